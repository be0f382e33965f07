import type { Pool } from 'pg';
import type { Target } from '../../place/place';

/** Connections each contender may use. */
export const POOL_SIZE = 16;

/** One way of writing events, ready to work. */
export interface Contender {
  /** The pool it writes through. */
  readonly pool: Pick<Pool, 'query'>;
  /** Appends so many events in one all-or-nothing step to a new stream; resolves when they are committed. */
  readonly append: (eventCount: number) => Promise<void>;
  /** SQL for the number of events it has in the database, as `count`. */
  readonly countSql: string;
  readonly close: () => Promise<void>;
}

export type OpenContender = (target: Target) => Promise<Contender>;
