import type { Position } from '@thidua/kernel';
import type { Pool } from 'pg';
import { Projector, type ProjectorContext } from '../projector';
import type { Projection } from '../projection';
import { createTableSql, qualified, scratchTarget, type Feed } from '../tables/read-table';

/** A copy of a read model that cannot be built up to the wanted position. */
export class CopyIncomplete extends Error {
  constructor(name: string, reached: Position, wanted: Position, why: string) {
    super(`${name}: the copy reached position ${reached} of ${wanted}: ${why}`);
    this.name = 'CopyIncomplete';
  }
}

/** Makes an empty copy aside; what an interrupted run left under the same name is thrown away. */
export async function createCopy(
  pool: Pool,
  projection: Projection,
  purpose: string,
): Promise<Feed> {
  const target = scratchTarget(projection, purpose);
  await dropCopy(pool, { projection, target });
  await pool.query(createTableSql(target, projection.table));
  await pool.query(
    `insert into read.projections (name, version, state, position) values ($1, $2, 'building', 0)`,
    [target.name, target.version],
  );
  return { projection, target };
}

/**
 * Folds the log into the copy up to the position.
 * @throws CopyIncomplete when an event halts it before.
 */
export async function fillCopy(
  context: ProjectorContext,
  feed: Feed,
  until: Position,
): Promise<Position> {
  const { position, error } = await new Projector(context, feed).catchUp(until);
  if (error !== null || position < until) {
    const why = error === null ? 'the log ends there' : `event ${error.eventId}: ${error.message}`;
    throw new CopyIncomplete(feed.target.name, position, until, why);
  }
  return position;
}

/** Removes the copy with its checkpoint and parked events. */
export async function dropCopy(pool: Pool, { target }: Feed): Promise<void> {
  await pool.query(`drop table if exists ${qualified(target)}`);
  for (const table of ['read.projections', 'read.parked']) {
    await pool.query(`delete from ${table} where name = $1 and version = $2`, [
      target.name,
      target.version,
    ]);
  }
}
