import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Pool, type PoolClient } from 'pg';

type Release = PoolClient['release'];

/**
 * A pool over PGlite's one session. A pool throws a client away after any error and opens another, but here both would
 * speak over the same session, and the new one would hear answers meant for the old. So the client is kept: after an
 * error PostgreSQL is ready for the next statement anyway.
 */
export function singleSessionPool(engine: PGlite): Pool {
  const pool = new Pool(Object.assign(createPgConfig(engine), { max: 1, idleTimeoutMillis: 0 }));
  pool.on('connect', keepAfterErrors);
  return pool;
}

/** The pool assigns a new `release` at every checkout; this one forgets to mention the error. */
function keepAfterErrors(client: PoolClient): void {
  let release: Release = () => undefined;
  Object.defineProperty(client, 'release', {
    get: () => release,
    set: (given: Release) => {
      release = () => {
        given();
      };
    },
  });
}
