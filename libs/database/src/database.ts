import type { PGlite } from '@electric-sql/pglite';
import type { Client, Pool, PoolClient } from 'pg';
import type { FolderLock } from './folder-lock';

/**
 * One PostgreSQL, wherever it runs: a server reached by URL, or PGlite inside this process. Both speak through the same
 * `pg.Pool`, so every statement is written once. Values of type int8 arrive as decimal strings on both.
 */
export interface Database {
  readonly kind: 'postgres' | 'pglite';
  /** On PGlite it holds one connection: a client that is checked out makes every other caller wait. */
  readonly pool: Pool;
  /** The engine behind the pool when it is embedded; null on a server. */
  readonly embedded: PGlite | null;
  /** The lock on the data folder; null on a server and in memory. */
  readonly lock: FolderLock | null;
  /** A connection of its own outside the pool, for LISTEN; null where there is only one connection (PGlite). */
  connect(): Promise<Client | null>;
  /** Waits for running queries, then lets go of connections, engine and lock. May be called twice. */
  close(): Promise<void>;
}

/** Runs the work between BEGIN and COMMIT on one connection; rolls back when it throws, and throws the same error. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await rollBackAndRelease(client);
    throw error;
  }
}

/** On PGlite a destroyed client leaves its transaction open in the engine, so the rollback is never left out. */
async function rollBackAndRelease(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

/** The same promise for every call, so that closing twice is harmless. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
