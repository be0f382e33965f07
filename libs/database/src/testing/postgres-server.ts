import { spawnSync } from 'node:child_process';

/** The server for tests, and whether somebody asked for it by name. */
const url = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const isRequired = process.env['TEST_DATABASE_URL'] !== undefined;

const PROBE = `
  const { Client } = require(${JSON.stringify(require.resolve('pg'))});
  const client = new Client({ connectionString: process.argv[1], connectionTimeoutMillis: 5000 });
  client.connect().then(() => client.end()).catch((error) => {
    console.error(error.errors?.[0]?.message ?? error.message);
    process.exit(1);
  });`;

export interface TestServer {
  readonly url: string;
  /** Why tests cannot use it; null when it answers. */
  readonly missing: string | null;
}

let server: TestServer | undefined;

/**
 * Looks once per test file. Jest decides what to skip while it reads the file, before anything asynchronous runs, so the
 * look is taken by a child process.
 * @throws Error when TEST_DATABASE_URL names a server that does not answer: what was asked for is not skipped.
 */
export function testServer(): TestServer {
  server ??= { url, missing: look() };
  return server;
}

function look(): string | null {
  const probe = spawnSync(process.execPath, ['-e', PROBE, url], { encoding: 'utf8' });
  if (probe.status === 0) return null;
  const why = probe.stderr.trim().split('\n')[0] ?? '';
  if (isRequired) throw new Error(`TEST_DATABASE_URL names no PostgreSQL that answers: ${why}`);
  return `no PostgreSQL server: ${why}; set TEST_DATABASE_URL`;
}

/** A describe for tests that need a PostgreSQL server; without one they are skipped and say why. */
export function describeWithPostgres(title: string, tests: () => void): void {
  const { missing } = testServer();
  if (missing === null) describe(title, tests);
  else describe.skip(`${title} (skipped: ${missing})`, tests);
}
