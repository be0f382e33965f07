import type { Pool, PoolConfig } from 'pg';
import { requirePeer } from '../../place/machine';
import { newLoad, type LoadEvent } from '../event-load';
import { POOL_SIZE, type OpenContender } from './contender';

/** The part of Emmett's interface that is used; its packages are installed only when the benchmark runs. */
interface EmmettStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(
    stream: string,
    events: readonly Pick<LoadEvent, 'type' | 'data' | 'metadata'>[],
    options: { readonly expectedStreamVersion: string },
  ): Promise<{ readonly nextExpectedStreamVersion: bigint }>;
  close(): Promise<void>;
}

interface Emmett {
  getPostgreSQLEventStore(
    connectionString: string,
    options: { readonly connectionOptions: { readonly pool: Pool } },
  ): EmmettStore;
}

/** Emmett with its defaults, on a pool as large as everyone's. Its driver settings reach over the whole process. */
export const openEmmett: OpenContender = async (target) => {
  if (target.kind !== 'postgres') throw new Error('Emmett needs a PostgreSQL server');
  const driver = requirePeer('pg') as { readonly Pool: new (config: PoolConfig) => Pool };
  const emmett = requirePeer('@event-driven-io/emmett-postgresql') as Emmett;
  const pool = new driver.Pool({ connectionString: target.url, max: POOL_SIZE });
  const store = emmett.getPostgreSQLEventStore(target.url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    pool,
    countSql: 'select count(*)::int as count from emt_messages',
    append: async (eventCount) => {
      const { stream, events } = newLoad(eventCount);
      const options = { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' };
      const { nextExpectedStreamVersion } = await store.appendToStream(stream, events, options);
      if (nextExpectedStreamVersion !== BigInt(eventCount)) {
        throw new Error(`The append to ${stream} ended at ${nextExpectedStreamVersion}`);
      }
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};
