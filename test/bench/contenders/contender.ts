import type { Pool } from 'pg';
import type { Target } from '../place/place';
import type { Load } from './event-load';

/** Connections each contender may use. */
export const POOL_SIZE = 16;

/** One way of writing events, ready to work. */
export interface Contender {
  /** The pool it writes through. */
  readonly pool: Pick<Pool, 'query'>;
  /** Appends the events in one all-or-nothing step to their new stream; resolves when they are committed. */
  readonly write: (load: Load) => Promise<void>;
  /** How many events it wrote and finds again. */
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export type OpenContender = (target: Target) => Promise<Contender>;

/** Counts with SQL that answers one row with a `count`. */
export async function countWith(pool: Pick<Pool, 'query'>, sql: string): Promise<number> {
  const { rows } = await pool.query<{ readonly count: number }>(sql);
  return Number(rows[0]?.count);
}
