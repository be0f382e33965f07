import { feedsOf, listGenerations, type Generation } from '../generations/find-generation';
import { inTurn } from '../generations/generation-lock';
import { setState } from '../generations/switch-generation';
import { leaseName, takeLeases } from '../leases/sql-leases';
import type { Projection } from '../projection';
import { rejectProjection } from '../runtime-rejections';
import { bringIn, type Switched } from './bring-in';
import { whileLeased, type RepairContext } from './fill-generation';

/**
 * Makes a kept generation the live one again, by the same switch as a rebuild. It was not fed since it was retired, so it
 * first catches up with the log. Asking for the one that is live already changes nothing.
 * @throws CommandRejected GENERATION_NOT_FOUND, SKIPPED_MEANWHILE, REBUILD_RUNNING, REBUILD_INCOMPLETE
 */
export async function rollBack(
  context: RepairContext,
  projection: Projection,
  generation: number,
): Promise<Switched> {
  const { pool } = context;
  const found = await reopen(context, projection, generation);
  if (found.state === 'live') {
    return { generation, position: found.position.toString(), repeated: true };
  }
  try {
    const feeds = feedsOf(projection, found);
    return await whileLeased(context, feeds, () =>
      bringIn(context, projection, { feeds, generation }),
    );
  } catch (error) {
    await inTurn(pool, async (client) => {
      const known = await listGenerations(client, projection);
      const left = known.find((one) => one.generation === generation);
      if (left?.state === 'returning') await setState(client, projection, generation, 'retired');
    });
    throw error;
  }
}

/** Lets a retired generation be written again, leased to this runner. */
function reopen(
  { pool, owner, options }: RepairContext,
  projection: Projection,
  generation: number,
): Promise<Generation> {
  const { name } = projection;
  return inTurn(pool, async (client) => {
    const known = await listGenerations(client, projection);
    const found = known.find((one) => one.generation === generation);
    if (found?.state === 'live') return found;
    if (found?.state !== 'retired' && found?.state !== 'returning') {
      const numbers = known.map((one) => String(one.generation));
      return rejectProjection('GENERATION_NOT_FOUND', { name, generation, known: numbers });
    }
    if (found.missedSkip) return rejectProjection('SKIPPED_MEANWHILE', { name, generation });
    const names = feedsOf(projection, found).map(({ target }) => leaseName(target));
    const taken = await takeLeases(client, owner, names, options.leaseMs);
    if (taken.size < names.length) return rejectProjection('REBUILD_RUNNING', { name, generation });
    await setState(client, projection, generation, 'returning');
    return found;
  });
}
