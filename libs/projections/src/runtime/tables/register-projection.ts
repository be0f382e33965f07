import type { Position } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import { insertGeneration } from '../generations/begin-generation';
import { fedAmong, listGenerations } from '../generations/find-generation';
import { inTurn } from '../generations/generation-lock';
import { columnName, createIndexesSql, createTableSql, targetOf } from './read-table';
import { tablesOf, type GenerationTable } from '../tallies/tally-table';
import type { ColumnType, Projection } from '../projection';

/** The table in the database has other columns than the code says: the version was not raised with the change. */
export class ReadTableMismatch extends Error {
  constructor(table: string, expected: string, found: string) {
    super(`read.${table} has columns [${found}], the code says [${expected}]; raise its version`);
    this.name = 'ReadTableMismatch';
  }
}

const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  'text collate "C"': 'text',
  'text[]': 'text[]',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  date: 'date',
  timestamptz: 'timestamp with time zone',
  jsonb: 'jsonb',
};

/**
 * Makes the first generation of the version when there is none. It is live at once on an empty log, and otherwise
 * `building` until it has come to the head for the first time. Other versions are left alone: processes of older code
 * go on reading and feeding theirs.
 * @param head last position of the log.
 * @throws ReadTableMismatch
 */
export function registerProjection(
  pool: Pool,
  projection: Projection,
  head: Position,
): Promise<void> {
  return inTurn(pool, async (client) => {
    const known = await listGenerations(client, projection);
    const fed = fedAmong(known);
    if (fed !== null) {
      const tables = tablesOf(projection, targetOf(projection, fed.generation));
      for (const one of tables) await refuseMismatch(client, one);
      return;
    }
    const first = targetOf(projection);
    for (const one of tablesOf(projection, first)) {
      await client.query(createTableSql(one.target, one.table));
      await refuseMismatch(client, one);
      for (const sql of createIndexesSql(one.target, one.table)) await client.query(sql);
    }
    const made = { generation: first.generation, partitionCount: projection.partitions ?? 1 };
    await insertGeneration(client, projection, made, head === 0n ? 'live' : 'building');
  });
}

async function refuseMismatch(
  client: PoolClient,
  { target, table }: GenerationTable,
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
