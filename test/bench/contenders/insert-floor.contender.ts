import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Target } from '../place/place';
import { countWith, type Contender } from './contender';
import type { Load } from './event-load';
import { openTarget } from './open-target';

const TABLE = `
create schema insert_floor;
create table insert_floor.events (
  position bigint generated always as identity primary key,
  stream text not null,
  revision int not null,
  id uuid not null,
  type text not null,
  data jsonb not null,
  metadata jsonb not null,
  recorded_at timestamptz not null default now(),
  unique (stream, revision)
);`;

const COLUMNS = '(stream, revision, id, type, data, metadata)';
const INSERT_ONE = `insert into insert_floor.events ${COLUMNS} values ($1, 0, $2, $3, $4, $5)`;
const INSERT_BATCH = `insert into insert_floor.events ${COLUMNS}
  select $1, revision, id, type, data, metadata
  from unnest($2::int[], $3::uuid[], $4::text[], $5::jsonb[], $6::jsonb[])
    as batch (revision, id, type, data, metadata)`;

/**
 * The least that stores events at all: one prepared INSERT in one round trip. It checks no expected revision, remembers
 * no command, and its positions have gaps and do not follow the order of commits.
 */
export async function openInsertFloor(
  target: Target,
): Promise<Contender & { readonly pool: Pool }> {
  const database = await openTarget(target);
  const { pool } = database;
  await pool.query(TABLE);
  return {
    pool,
    write: async (load) => {
      await (load.events.length === 1 ? insertOne(pool, load) : insertBatch(pool, load));
    },
    count: () => countWith(pool, 'select count(*)::int as count from insert_floor.events'),
    close: () => database.close(),
  };
}

const insertOne = (pool: Pool, { stream, events }: Load) =>
  pool.query({
    name: 'floor-one',
    text: INSERT_ONE,
    values: [
      stream,
      randomUUID(),
      events[0]?.type,
      JSON.stringify(events[0]?.data),
      JSON.stringify(events[0]?.metadata),
    ],
  });

const insertBatch = (pool: Pool, { stream, events }: Load) =>
  pool.query({
    name: 'floor-batch',
    text: INSERT_BATCH,
    values: [
      stream,
      events.map((_, index) => index),
      events.map(() => randomUUID()),
      events.map(({ type }) => type),
      events.map(({ data }) => JSON.stringify(data)),
      events.map(({ metadata }) => JSON.stringify(metadata)),
    ],
  });
