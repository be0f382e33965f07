import type { PGlite } from '@electric-sql/pglite';
import { once, type Database } from '../database';
import { openDatabase } from '../open-database';
import { singleSessionPool } from '../single-session-pool';
import { pgliteSeed } from './pglite-seed';

const EMPTY_IT = [
  // A test may have left its transaction open.
  'rollback',
  `do $$
   declare found record;
   begin
     for found in
       select nspname from pg_namespace
        where nspname not like 'pg\\_%' and nspname <> 'information_schema'
     loop
       execute format('drop schema %I cascade', found.nspname);
     end loop;
     create schema public;
   end $$`,
  'discard all',
];

/**
 * Engines that nobody uses now. Starting one takes a second, emptying one takes an instant, so they outlive the test file
 * and serve the next one of the same worker.
 */
const shelf = ((globalThis as { idleTestEngines?: PGlite[] }).idleTestEngines ??= []);

/** An empty embedded database; closing it empties the engine for the next test. */
export async function takeFromShelf(): Promise<Database> {
  const engine = shelf.pop() ?? (await startEngine());
  const pool = singleSessionPool(engine);
  return {
    kind: 'pglite',
    pool,
    embedded: engine,
    lock: null,
    connect: () => Promise.resolve(null),
    close: once(async () => {
      await pool.end();
      for (const sql of EMPTY_IT) await engine.exec(sql);
      shelf.push(engine);
    }),
  };
}

async function startEngine(): Promise<PGlite> {
  const { embedded } = await openDatabase({ memory: true, from: await pgliteSeed() });
  if (embedded === null) throw new Error('A database in memory is embedded');
  return embedded;
}
