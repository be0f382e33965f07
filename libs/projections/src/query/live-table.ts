import type { Projection } from '../runtime/projection';
import { rejectProjection } from '../runtime/runtime-rejections';
import { qualified, targetOf } from '../runtime/tables/read-table';
import type { Reader } from './reader';

/** The generation of a read model that is to be read, and how far every part of it has come. */
export interface LiveTable {
  /** Qualified table name for SQL. */
  readonly table: string;
  /** Decimal string. */
  readonly position: string;
}

/**
 * Looks the live generation up. Inside a transaction of one snapshot the rows read afterwards belong to it, whatever is
 * switched meanwhile: that is what a view could not promise, because views are resolved outside the snapshot.
 * @throws CommandRejected READ_MODEL_BUILDING as long as the version was never finished.
 */
export async function liveTable(
  reader: Pick<Reader, 'query'>,
  { name, version }: Pick<Projection, 'name' | 'version'>,
): Promise<LiveTable> {
  const { rows } = await reader.query<{ generation: number; position: string }>(
    `select generation, min(position)::text as position from read.projections
      where name = $1 and version = $2 and state = 'live' group by generation`,
    [name, version],
  );
  const live = rows[0];
  if (live === undefined) return rejectProjection('READ_MODEL_BUILDING', { name });
  const table = qualified(targetOf({ name, version }, live.generation));
  return { table, position: live.position };
}

/**
 * Reads from the live table. Outside a transaction the table may be switched and dropped between the look-up and the
 * read; then it is looked up once more.
 */
export async function onLiveTable<T>(
  reader: Pick<Reader, 'query'>,
  projection: Pick<Projection, 'name' | 'version'>,
  read: (table: string) => Promise<T>,
): Promise<T> {
  const { table } = await liveTable(reader, projection);
  try {
    return await read(table);
  } catch (error) {
    if (!isMissingTable(error)) throw error;
    const again = await liveTable(reader, projection).catch(() => null);
    if (again === null || again.table === table) throw error;
    return read(again.table);
  }
}

/** SQLSTATE 42P01, undefined_table. */
const isMissingTable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42P01';
