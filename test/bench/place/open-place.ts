import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { BenchContext } from '../scenario';
import type { Place } from './place';

const USUAL_SERVER = 'postgres://postgres@127.0.0.1:5432/postgres';
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * A fresh database on the server of TEST_DATABASE_URL, DATABASE_URL or this machine; without a server, embedded engines
 * in a temporary folder.
 * @throws Error when a URL was given and names no server that answers: what was asked for is not replaced.
 */
async function openPlace(environment: NodeJS.ProcessEnv): Promise<Place> {
  const asked = environment['TEST_DATABASE_URL'] ?? environment['DATABASE_URL'];
  const url = asked ?? USUAL_SERVER;
  try {
    await onServer(url, 'select 1');
  } catch (error) {
    const why = reasonOf(error);
    if (asked !== undefined) {
      throw new Error(`No PostgreSQL answers at the given URL: ${why}`, { cause: error });
    }
    return embeddedPlace(why);
  }
  return serverPlace(url);
}

/** Opens a place, works there and removes it, whatever comes of the work. */
export async function withPlace<T>(
  { environment, say }: Pick<BenchContext, 'environment' | 'say'>,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const place = await openPlace(environment);
  try {
    say(place.about);
    return await work(place);
  } finally {
    await place.remove();
  }
}

async function serverPlace(url: string): Promise<Place> {
  const name = `thidua_bench_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    kind: 'postgres',
    about: `PostgreSQL server at ${own.host}, a fresh database, clients on this machine`,
    targetOf: () => ({ kind: 'postgres', url: own.href }),
    remove: () => onServer(url, `drop database if exists ${name} with (force)`),
  };
}

async function embeddedPlace(why: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  return {
    kind: 'pglite',
    about: `embedded PGlite on disk, every commit flushed, because no PostgreSQL server answered (${why})`,
    targetOf: (contender) => ({ kind: 'pglite', dataDir: join(folder, contender) }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Node reports a refused connection to several addresses as an AggregateError without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
