import type { PoolClient } from 'pg';
import type { Database } from '../database';
import { openDatabase } from '../open-database';
import { pgliteSeed } from './pglite-seed';

const DROP_EVERYTHING = `
  do $$
  declare found record;
  begin
    for found in
      select nspname from pg_namespace
       where nspname not like 'pg\\_%' and nspname <> 'information_schema'
    loop
      execute format('drop schema %I cascade', found.nspname);
    end loop;
    create schema public;
  end $$`;

/** Databases of this test file that nobody uses now. Starting one takes a second, emptying one takes an instant. */
const shelf: Database[] = [];

// The file that imports this is being read, so the hook comes after all of its own.
afterAll(() => Promise.all(shelf.splice(0).map((database) => database.close())));

/** An empty embedded database; closing it empties it for the next test of the file. */
export async function takeFromShelf(): Promise<Database> {
  const database = shelf.pop() ?? (await openDatabase({ memory: true, from: await pgliteSeed() }));
  let closing: Promise<void> | undefined;
  const putBack = async (): Promise<void> => {
    await empty(database);
    shelf.push(database);
  };
  return { ...database, close: () => (closing ??= putBack()) };
}

/** A test may have left its transaction open and its settings changed. */
async function empty({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    for (const sql of ['rollback', DROP_EVERYTHING, 'discard all']) await client.query(sql);
    forgetStatements(client);
  } finally {
    client.release();
  }
}

/** The driver remembers by name which statements it has prepared; the session has just forgotten them. */
function forgetStatements(client: PoolClient): void {
  const { connection } = client as unknown as { connection: { parsedStatements: object } };
  connection.parsedStatements = {};
}
