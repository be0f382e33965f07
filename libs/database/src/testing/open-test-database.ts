import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Database } from '../database';
import { openDatabase } from '../open-database';
import { takeFromShelf } from './engine-shelf';
import { testServer } from './postgres-server';

export interface TestDatabase extends Database {
  /** For a second pool or process on the same database; null when it is in memory. */
  readonly url: string | null;
}

/** An empty database of the test's own; closing it also removes it. */
export const openTestDatabase = (kind: Database['kind']): Promise<TestDatabase> =>
  kind === 'pglite' ? openEmbedded() : openServerDatabase();

async function openEmbedded(): Promise<TestDatabase> {
  return { ...(await takeFromShelf()), url: null };
}

async function openServerDatabase(): Promise<TestDatabase> {
  const name = `thidua_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  const url = urlOf(name);
  const database = await openDatabase({ url, poolSize: 20 });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}

function urlOf(databaseName: string): string {
  const url = new URL(testServer().url);
  url.pathname = `/${databaseName}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: testServer().url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
