import { inTransaction } from '@thidua/database';
import type { Position } from '@thidua/kernel';
import type { PoolClient } from 'pg';
import type { Projection } from '../projection';
import type { ProjectorContext } from '../projector';
import { readCheckpoint } from '../tables/checkpoints';
import { createIndexesSql, liveTarget, qualified, type ReadTarget } from '../tables/read-table';
import { createCopy, dropCopy, fillCopy } from './scratch-copy';

/** How often the copy may be overtaken by the live one before the rebuild gives up. */
const SWAP_TRIES = 20;

/**
 * Folds the whole log into a fresh table and puts it in the place of the live one, in one transaction: readers see the
 * old rows or the new ones, never none. Parked events and a halt of the live one go with its rows.
 * @returns the position at which the new table stands.
 * @throws CopyIncomplete when an event halts the new fold too; the live table is untouched then.
 */
export async function rebuild(
  context: ProjectorContext,
  projection: Projection,
): Promise<Position> {
  const { pool, store } = context;
  const live = liveTarget(projection);
  const copy = await createCopy(pool, projection, 'rebuild');
  try {
    await fillCopy(context, copy, await store.head());
    for (const sql of createIndexesSql(copy.target, projection.table)) await pool.query(sql);
    for (let tries = 1; tries <= SWAP_TRIES; tries += 1) {
      const position = await fillCopy(context, copy, await store.head());
      if (await inTransaction(pool, (client) => swap(client, live, copy.target))) return position;
    }
    throw new Error(`${live.table} moved ${SWAP_TRIES} times while it was to be replaced`);
  } finally {
    await dropCopy(pool, copy);
  }
}

/** False when the live table is ahead of the copy: readers must never see time run backwards. */
async function swap(client: PoolClient, live: ReadTarget, copy: ReadTarget): Promise<boolean> {
  const liveAt = await readCheckpoint(client, live, 'lock');
  const copyAt = await readCheckpoint(client, copy, 'lock');
  if (liveAt === null || copyAt === null || liveAt.position > copyAt.position) return false;
  await client.query(`drop table ${qualified(live)}`);
  await client.query(`alter table ${qualified(copy)} rename to "${live.table}"`);
  await client.query(
    'update read.projections set position = $3, error = null where name = $1 and version = $2',
    [live.name, live.version, copyAt.position.toString()],
  );
  await client.query('delete from read.parked where name = $1 and version = $2', [
    live.name,
    live.version,
  ]);
  await client.query('update read.parked set name = $1 where name = $3 and version = $2', [
    live.name,
    live.version,
    copy.name,
  ]);
  return true;
}
