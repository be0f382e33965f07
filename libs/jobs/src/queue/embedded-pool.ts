import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import { DEFAULT_SCHEMA, type PgPoolClient, type PgQueryResult } from 'bullmq';
import { inTransaction } from '@thidua/database';
import type { Pool } from 'pg';

type Values = readonly unknown[];

/**
 * What BullMQ expects of a pool, on the one session of PGlite. Each statement is a transaction of its own with its own
 * search path, because the session belongs to the whole application; the listening client shares the session too, where
 * a checked-out one would make everybody else wait for ever.
 */
export class EmbeddedPool extends EventEmitter {
  private readonly listening = new Set<ListeningClient>();

  constructor(
    private readonly pool: Pool,
    private readonly engine: PGlite,
  ) {
    super();
    this.setMaxListeners(0);
  }

  query<Row>(text: string, values: Values = []): Promise<PgQueryResult<Row>> {
    return inTransaction(this.pool, async (client) => {
      await client.query(`set local search_path to ${DEFAULT_SCHEMA}`);
      const { rows, rowCount } = await client.query(text, [...values]);
      return { rows: rows as Row[], rowCount };
    });
  }

  connect(): Promise<PgPoolClient> {
    const client = new ListeningClient(this, this.engine);
    this.listening.add(client);
    return Promise.resolve(client);
  }

  /** The session is the application's; it is not for the queue to end. */
  end(): Promise<void> {
    return Promise.resolve();
  }

  stopListening(): void {
    for (const client of this.listening) client.release();
    this.listening.clear();
  }
}

/** Hears every notification of the session; BullMQ picks its own channel out. */
class ListeningClient extends EventEmitter implements PgPoolClient {
  private readonly unsubscribe: () => void;

  constructor(
    private readonly pool: EmbeddedPool,
    engine: PGlite,
  ) {
    super();
    this.setMaxListeners(0);
    this.unsubscribe = engine.onNotification((channel, payload) =>
      this.emit('notification', { channel, payload }),
    );
  }

  query<Row>(text: string, values: Values = []): Promise<PgQueryResult<Row>> {
    return this.pool.query<Row>(text, values);
  }

  release(): void {
    this.unsubscribe();
  }
}
