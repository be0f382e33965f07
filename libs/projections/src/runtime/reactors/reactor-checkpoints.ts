import type { Position } from '@thidua/kernel';
import type { Pool } from 'pg';
import type { LogReader } from '../log-reader';
import type { Reactor, ReactorError } from './reactor';

export interface ReactorCheckpoint {
  readonly position: Position;
  readonly error: ReactorError | null;
}

/** Records where a new reactor begins; one that has begun keeps its place. */
export async function registerReactor(
  pool: Pool,
  store: LogReader,
  { name, startAfter = 0n }: Reactor,
): Promise<void> {
  const position = startAfter === 'head' ? await store.head() : startAfter;
  await pool.query(
    'insert into read.reactors (name, position) values ($1, $2) on conflict do nothing',
    [name, position.toString()],
  );
}

/** @throws Error when the reactor was never registered. */
export async function readReactor(pool: Pool, name: string): Promise<ReactorCheckpoint> {
  const { rows } = await pool.query<{ position: string; error: ReactorError | null }>(
    'select position::text as position, error from read.reactors where name = $1',
    [name],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`Reactor ${name} was never registered`);
  return { position: BigInt(row.position), error: row.error };
}

/** False when another runner moved it first. Forgets the error: what is behind the checkpoint has been handled. */
export async function moveReactor(
  pool: Pool,
  name: string,
  from: Position,
  to: Position,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update read.reactors set position = $3, error = null where name = $1 and position = $2',
    [name, from.toString(), to.toString()],
  );
  return rowCount === 1;
}

export async function recordFailure(
  pool: Pool,
  name: string,
  at: Position,
  error: ReactorError,
): Promise<void> {
  await pool.query('update read.reactors set error = $3 where name = $1 and position = $2', [
    name,
    at.toString(),
    JSON.stringify(error),
  ]);
}
