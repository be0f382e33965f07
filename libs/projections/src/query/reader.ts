import type { Pool, PoolClient } from 'pg';

/** Where a query reads: the pool, or a client inside a transaction when several answers must agree. */
export type Reader = Pool | PoolClient;
