import type { Position } from '@thidua/kernel';
import { listGenerations, type Generation } from '../generations/find-generation';
import { holdLive, releaseHold, switchTo } from '../generations/switch-generation';
import type { Projection } from '../projection';
import { qualified, type Feed } from '../tables/read-table';
import { fillGeneration, type RepairContext } from './fill-generation';

/** How often the live generation may slip out of its hold before a switch is given up. */
const SWITCH_TRIES = 20;

/** Where a switch led. */
export interface Switched {
  readonly generation: number;
  /** Log position at which the generation took over, a decimal string. */
  readonly position: string;
  /** True when it was live already and nothing was done. */
  readonly repeated: boolean;
}

/**
 * Brings a generation up to the live one and makes it the live one. The live one follows the log meanwhile; it is held
 * for the last few events only, and readers read it until the switch.
 * @throws CommandRejected REBUILD_INCOMPLETE, SKIPPED_MEANWHILE
 */
export async function bringIn(
  context: RepairContext,
  projection: Projection,
  { feeds, generation }: { readonly feeds: readonly Feed[]; readonly generation: number },
): Promise<Switched> {
  const { pool, store, options } = context;
  await analyze(context, feeds);
  try {
    for (let tries = 1; tries <= SWITCH_TRIES; tries += 1) {
      await fillGeneration(context, feeds, await store.head());
      await fillGeneration(context, feeds, await holdLive(pool, projection, options.holdMs));
      if ((await switchTo(pool, projection, generation)) === 'behind') continue;
      const position = await positionOf(context, projection, generation);
      return { generation, position: position.toString(), repeated: false };
    }
  } catch (error) {
    await releaseHold(pool, projection);
    throw error;
  }
  throw new Error(`${projection.name} moved ${SWITCH_TRIES} times while it was to be replaced`);
}

async function positionOf(
  { pool }: RepairContext,
  projection: Projection,
  generation: number,
): Promise<Position> {
  const known: readonly Generation[] = await listGenerations(pool, projection);
  return known.find((one) => one.generation === generation)?.position ?? 0n;
}

/** A table that was just filled has no statistics yet, and the first questions would be planned for an empty one. */
async function analyze({ pool }: RepairContext, [feed]: readonly Feed[]): Promise<void> {
  if (feed !== undefined) await pool.query(`analyze ${qualified(feed.target)}`);
}
