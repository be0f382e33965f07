import { Client, Pool, type ClientConfig } from 'pg';
import { once, type Database } from './database';
import { DatabaseUnreachable } from './database-errors';

export interface ServerOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Connections at most, 10 unless told otherwise. */
  readonly poolSize?: number;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens a pool and tries one connection.
 * @throws DatabaseUnreachable
 */
export async function openOnServer({ url, poolSize = 10 }: ServerOptions): Promise<Database> {
  const config: ClientConfig = {
    connectionString: url,
    application_name: 'thidua',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  };
  const pool = new Pool({ ...config, max: poolSize });
  // The pool replaces an idle connection that breaks, and whoever waits for an answer on one that is checked out is
  // told by a rejection; unheard, the events would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseUnreachable(withoutPassword(url), error);
  }
  return {
    kind: 'postgres',
    pool,
    embedded: null,
    lock: null,
    connect: async () => {
      const client = new Client(config);
      await client.connect();
      return client;
    },
    close: once(() => pool.end()),
  };
}

/** Host, port and database only: enough to recognise the server, nothing to hide. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '(URL không hợp lệ, not a valid URL)';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
