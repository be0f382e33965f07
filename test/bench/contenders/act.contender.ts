import type { Pool } from 'pg';
import { requirePeer } from '../place/machine';
import type { Target } from '../place/place';
import { countWith, POOL_SIZE, type Contender } from './contender';
import type { LoadEvent } from './event-load';

/** The part of Act's interface that is used; its packages are installed only when the benchmark runs. */
export interface ActStore {
  seed(): Promise<void>;
  commit(
    stream: string,
    messages: readonly { readonly name: string; readonly data: LoadEvent['data'] }[],
    meta: object,
    expectedVersion: number,
  ): Promise<readonly { readonly version: number }[]>;
  /** Calls back with every event and answers their number. */
  query(
    callback: (event: { readonly name: string; readonly data: unknown }) => void,
    query: { readonly stream: string },
  ): Promise<number>;
  dispose(): Promise<void>;
}

interface Act {
  readonly PostgresStore: new (config: object) => ActStore & { readonly _pool: Pool };
}

const SCHEMA = 'act_store';
const NO_STREAM = -1;

export interface ActContender extends Contender {
  readonly store: ActStore;
}

/** Act's PostgreSQL store with its defaults, on a pool as large as everyone's. Its driver settings are process-wide. */
export async function openAct(target: Target): Promise<ActContender> {
  if (target.kind !== 'postgres') throw new Error('Act needs a PostgreSQL server');
  // Act logs every step at the usual level.
  process.env['LOG_LEVEL'] = 'error';
  const { PostgresStore } = requirePeer('@rotorsoft/act-pg') as Act;
  const { hostname, port, pathname, username, password } = new URL(target.url);
  const store = new PostgresStore({
    host: hostname,
    port: Number(port || 5432),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    schema: SCHEMA,
    max: POOL_SIZE,
  });
  await store.seed();
  return {
    store,
    pool: store._pool,
    write: async ({ stream, commandId, events }) => {
      const messages = events.map(({ type, data }) => ({ name: type, data }));
      // Act's metadata has a form of its own; what others keep there as actor and time goes along as its cause.
      const meta = { correlation: commandId, causation: { action: events[0]?.metadata } };
      const committed = await store.commit(stream, messages, meta, NO_STREAM);
      if (committed.length !== events.length) {
        throw new Error(`The append to ${stream} wrote ${committed.length} events`);
      }
    },
    count: () => countWith(store._pool, `select count(*)::int as count from ${SCHEMA}.events`),
    close: () => store.dispose(),
  };
}
