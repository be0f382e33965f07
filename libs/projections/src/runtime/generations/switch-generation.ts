import type { Position } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import { rejectProjection } from '../runtime-rejections';
import type { ProjectionState } from '../tables/checkpoints';
import { fedAmong, listGenerations, liveAmong, type VersionId } from './find-generation';
import { inTurn } from './generation-lock';

/**
 * Stops the live generation from moving for a short while, so that another one can draw level with it. Readers notice
 * nothing. Whoever dies meanwhile leaves a hold that ends by itself.
 * @returns how far the furthest partition has come.
 */
export async function holdLive(
  pool: Pool,
  { name, version }: VersionId,
  holdMs: number,
): Promise<Position> {
  const { rows } = await pool.query<{ position: string }>(
    `update read.projections set hold_until = clock_timestamp() + $3 * interval '1 millisecond'
      where name = $1 and version = $2 and state = 'live' returning position::text as position`,
    [name, version, holdMs],
  );
  return rows
    .map(({ position }) => BigInt(position))
    .reduce((furthest, position) => (position > furthest ? position : furthest), 0n);
}

/** Lets the live generation move again when nothing came of the switch. */
export async function releaseHold(pool: Pool, { name, version }: VersionId): Promise<void> {
  await pool.query(
    'update read.projections set hold_until = null where name = $1 and version = $2',
    [name, version],
  );
}

/**
 * Makes the generation the live one in one transaction. Readers look up the live generation in the same snapshot as the
 * rows, so each sees one generation, whole. The former one is kept as it is.
 * @returns `behind` when the live one is ahead: readers must never see time run backwards.
 * @throws CommandRejected SKIPPED_MEANWHILE, GENERATION_NOT_FOUND.
 */
export function switchTo(
  pool: Pool,
  id: VersionId,
  generation: number,
): Promise<'switched' | 'behind'> {
  return inTurn(pool, async (client) => {
    await lockGenerations(client, id);
    const known = await listGenerations(client, id);
    const candidate = known.find((one) => one.generation === generation);
    const live = liveAmong(known);
    if (candidate === undefined) {
      const numbers = known.map((one) => String(one.generation));
      return rejectProjection('GENERATION_NOT_FOUND', { ...facts(id, generation), known: numbers });
    }
    if (candidate.missedSkip) return rejectProjection('SKIPPED_MEANWHILE', facts(id, generation));
    if (live !== null && live.reached > candidate.position) return 'behind';
    if (live !== null) await setState(client, id, live.generation, 'retired');
    await setState(client, id, generation, 'live');
    return 'switched';
  });
}

const facts = ({ name }: VersionId, generation: number) => ({ name, generation });

/** A batch under way on any of them is waited for, and the next one finds the new state. */
async function lockGenerations(client: PoolClient, { name, version }: VersionId): Promise<void> {
  await client.query(
    `select 1 from read.projections where name = $1 and version = $2
      order by generation, partition for update`,
    [name, version],
  );
}

export async function setState(
  client: Pool | PoolClient,
  { name, version }: VersionId,
  generation: number,
  state: ProjectionState,
): Promise<void> {
  await client.query(
    `update read.projections set state = $4, hold_until = null, changed_at = clock_timestamp()
      where name = $1 and version = $2 and generation = $3`,
    [name, version, generation, state],
  );
}

/** Makes the first generation of a version live, once every partition of it has come to the head. */
export function promoteFirst(pool: Pool, id: VersionId, head: Position): Promise<void> {
  return inTurn(pool, async (client) => {
    await lockGenerations(client, id);
    const known = await listGenerations(client, id);
    const first = fedAmong(known);
    if (first?.state !== 'building' || first.position < head) return;
    await setState(client, id, first.generation, 'live');
  });
}
