import type { Pool, PoolConfig } from 'pg';
import { requirePeer } from '../place/machine';
import type { Target } from '../place/place';
import { countWith, POOL_SIZE, type Contender } from './contender';
import type { LoadEvent } from './event-load';

/** The part of Emmett's interface that is used; its packages are installed only when the benchmark runs. */
export interface EmmettStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(
    stream: string,
    events: readonly Pick<LoadEvent, 'type' | 'data' | 'metadata'>[],
    options: { readonly expectedStreamVersion: string },
  ): Promise<{ readonly nextExpectedStreamVersion: bigint }>;
  /** Reads the stream and folds it. */
  aggregateStream<State>(
    stream: string,
    options: {
      readonly initialState: () => State;
      readonly evolve: (state: State, event: never) => State;
    },
  ): Promise<{ readonly state: State; readonly currentStreamVersion: bigint }>;
  close(): Promise<void>;
}

interface Emmett {
  getPostgreSQLEventStore(
    connectionString: string,
    options: { readonly connectionOptions: { readonly pool: Pool } },
  ): EmmettStore;
}

export interface EmmettContender extends Contender {
  readonly store: EmmettStore;
  readonly pool: Pool;
}

/** Emmett with its defaults, on a pool as large as everyone's. Its driver settings reach over the whole process. */
export async function openEmmett(target: Target): Promise<EmmettContender> {
  if (target.kind !== 'postgres') throw new Error('Emmett needs a PostgreSQL server');
  const driver = requirePeer('pg') as { readonly Pool: new (config: PoolConfig) => Pool };
  const emmett = requirePeer('@event-driven-io/emmett-postgresql') as Emmett;
  const pool = new driver.Pool({ connectionString: target.url, max: POOL_SIZE });
  const store = emmett.getPostgreSQLEventStore(target.url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    store,
    pool,
    write: async ({ stream, events }) => {
      const options = { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' };
      const { nextExpectedStreamVersion } = await store.appendToStream(stream, events, options);
      if (nextExpectedStreamVersion !== BigInt(events.length)) {
        throw new Error(`The append to ${stream} ended at ${nextExpectedStreamVersion}`);
      }
    },
    count: () => countWith(pool, 'select count(*)::int as count from emt_messages'),
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
