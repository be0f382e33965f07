import { inTransaction } from '@thidua/database';
import type { Pool, PoolClient } from 'pg';

/** Any constant serves, as long as every process takes the same one. */
const LOCK_KEY = 7_461_883_202;

/** Whatever makes, switches or drops a generation, or adds to the record of skips, takes its turn here. */
export const inTurn = <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(${LOCK_KEY})`);
    return work(client);
  });
