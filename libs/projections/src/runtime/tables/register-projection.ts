import { inTransaction } from '@thidua/database';
import type { Pool, PoolClient } from 'pg';
import {
  columnName,
  createIndexesSql,
  createTableSql,
  liveTarget,
  type ReadTarget,
} from './read-table';
import type { ColumnType, Projection } from '../projection';

/** The table in the database has other columns than the code says: the version was not raised with the change. */
export class ReadTableMismatch extends Error {
  constructor(table: string, expected: string, found: string) {
    super(`read.${table} has columns [${found}], the code says [${expected}]; raise its version`);
    this.name = 'ReadTableMismatch';
  }
}

/** Any constant serves, as long as every process takes the same one. */
const LOCK_KEY = 7_461_883_202;

const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  'text[]': 'text[]',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  date: 'date',
  timestamptz: 'timestamp with time zone',
  jsonb: 'jsonb',
};

/**
 * Makes the table and the checkpoint when they are missing. The first version of a name is live at once; a later one is
 * `building` until it has reached the head.
 * @throws ReadTableMismatch
 */
export async function registerProjection(pool: Pool, projection: Projection): Promise<void> {
  const target = liveTarget(projection);
  await inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(${LOCK_KEY})`);
    const isNew = !(await tableExists(client, target));
    await client.query(createTableSql(target, projection.table));
    if (isNew) {
      for (const sql of createIndexesSql(target, projection.table)) await client.query(sql);
    }
    await refuseMismatch(client, target, projection);
    await client.query(
      `insert into read.projections (name, version, state, position)
       select $1, $2, case when exists (select from read.projections where name = $1)
                           then 'building' else 'live' end, 0
       on conflict (name, version) do update set state = 'building'
         where read.projections.state = 'retired'`,
      [target.name, target.version],
    );
  });
}

/** Makes this version the live one and every other version of the name retired. */
export async function promote(pool: Pool, target: ReadTarget): Promise<void> {
  await pool.query(
    `update read.projections
        set state = case when version = $2 then 'live' else 'retired' end
      where name = $1`,
    [target.name, target.version],
  );
}

async function tableExists(client: PoolClient, { table }: ReadTarget): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select to_regclass($1) is not null as found',
    [`read.${table}`],
  );
  return rows[0]?.found === true;
}

async function refuseMismatch(
  client: PoolClient,
  target: ReadTarget,
  { table }: Projection,
): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    `select attname || ' ' || format_type(atttypid, atttypmod) as column from pg_attribute
      where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [`read.${target.table}`],
  );
  const own = Object.entries(table.columns).map(
    ([property, type]) => `${columnName(property)} ${SQL_TYPE[type]}`,
  );
  const expected = ['key text', 'position bigint', ...own].sort().join(', ');
  const found = rows
    .map(({ column }) => column)
    .sort()
    .join(', ');
  if (expected !== found) throw new ReadTableMismatch(target.table, expected, found);
}
