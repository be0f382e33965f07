import {
  createPostgresBackend,
  DEFAULT_SCHEMA,
  runMigrations,
  withBackend,
  type PostgresConnectionOptions,
} from 'bullmq';
import type { Database } from '@thidua/database';
import type { Json } from '@thidua/kernel';
import type { JobResult } from '../jobs';
import { EmbeddedPool } from './embedded-pool';
import { QUEUE_NAME, type QueuePlace } from './queue-place';

const Backend = withBackend(createPostgresBackend);

/** Connections each of the queue and the worker may open on a server; listening takes one more. */
const CONNECTIONS_EACH = 2;

/** The queue in the database itself, in the schema `bullmq`. On PGlite it serves this process only. */
export async function openDatabasePlace(database: Database): Promise<QueuePlace> {
  await migrateQueue(database);
  const connection = connectionTo(database);
  return {
    kind: database.kind,
    createQueue: (options) =>
      new Backend.Queue<Json, JobResult>(QUEUE_NAME, { ...options, connection }),
    createWorker: (process, options) =>
      new Backend.Worker<Json, JobResult>(QUEUE_NAME, process, { ...options, connection }),
    stopReconnecting: () => undefined,
    close: () => {
      if (connection instanceof EmbeddedPool) connection.stopListening();
      return Promise.resolve();
    },
  };
}

async function migrateQueue({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, DEFAULT_SCHEMA);
  } finally {
    client.release();
  }
}

/** The queue's statements name no schema, so on a server it has connections of its own with its own search path. */
function connectionTo(database: Database): EmbeddedPool | PostgresConnectionOptions {
  if (database.embedded !== null) return new EmbeddedPool(database.pool, database.embedded);
  const { connectionString } = database.pool.options;
  if (connectionString === undefined) {
    throw new Error('The database pool was not opened by a connection string');
  }
  return {
    connectionString,
    schema: DEFAULT_SCHEMA,
    max: CONNECTIONS_EACH,
    application_name: 'thidua-jobs',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
}
