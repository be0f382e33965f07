import { beginGeneration } from '../generations/begin-generation';
import { feedsOf, listGenerations, liveAmong } from '../generations/find-generation';
import { inTurn } from '../generations/generation-lock';
import { removeGeneration } from '../generations/remove-generation';
import type { Projection } from '../projection';
import { tablesOf } from '../tallies/tally-table';
import { createIndexesSql, targetOf } from '../tables/read-table';
import { bringIn, type Switched } from './bring-in';
import { fillGeneration, whileLeased, type RepairContext } from './fill-generation';

/**
 * Folds the whole log into a new generation beside the live one and then makes it the live one. The former generation is
 * kept as it is, for a roll-back, until it is dropped. Parked events and a halt belong to a generation and stay with it.
 * @param replaces the generation to be replaced: when another one is live already, a retry finds its work done.
 * @throws CommandRejected REBUILD_RUNNING, REBUILD_INCOMPLETE when an event halts the new fold too,
 * SKIPPED_MEANWHILE, READ_MODEL_BUILDING; the live one is untouched then.
 */
export async function rebuild(
  context: RepairContext,
  projection: Projection,
  replaces?: number,
): Promise<Switched> {
  const { pool, store } = context;
  const live = liveAmong(await listGenerations(pool, projection));
  if (live !== null && replaces !== undefined && live.generation !== replaces) {
    return {
      generation: live.generation,
      position: live.position.toString(),
      repeated: true,
    };
  }
  const made = await beginGeneration(context, projection, 'building');
  const feeds = feedsOf(projection, made);
  try {
    return await whileLeased(context, feeds, async () => {
      await fillGeneration(context, feeds, await store.head());
      for (const { target, table } of tablesOf(projection, targetOf(projection, made.generation))) {
        for (const sql of createIndexesSql(target, table)) await pool.query(sql);
      }
      return bringIn(context, projection, { feeds, generation: made.generation });
    });
  } catch (error) {
    await inTurn(pool, async (client) => {
      const known = await listGenerations(client, projection);
      const left = known.find(({ generation }) => generation === made.generation);
      // An answer that was lost on the way may hide a switch that happened.
      if (left?.state === 'building') await removeGeneration(client, projection, made.generation);
    });
    throw error;
  }
}
