import { spawnSync } from 'node:child_process';
import { Redis } from 'ioredis';

/** The server for tests, and whether somebody asked for it by name. */
const url = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const isRequired = process.env['TEST_REDIS_URL'] !== undefined;

const PROBE = `
  const { Redis } = require(${JSON.stringify(require.resolve('ioredis'))});
  const client = new Redis(process.argv[1], { lazyConnect: true, connectTimeout: 5000, retryStrategy: () => null });
  let fault;
  client.on('error', (error) => (fault ??= error));
  client.connect().then(() => client.ping()).then(() => client.disconnect(), (error) => {
    console.error((fault ?? error).message);
    process.exit(1);
  });`;

export interface TestRedis {
  readonly url: string;
  /** Why tests cannot use it; null when it answers. */
  readonly missing: string | null;
}

let server: TestRedis | undefined;

/**
 * Looks once per test file. Jest decides what to skip while it reads the file, before anything asynchronous runs, so the
 * look is taken by a child process.
 * @throws Error when TEST_REDIS_URL names a server that does not answer: what was asked for is not skipped.
 */
export function testRedis(): TestRedis {
  server ??= { url, missing: look() };
  return server;
}

function look(): string | null {
  const probe = spawnSync(process.execPath, ['-e', PROBE, url], { encoding: 'utf8' });
  if (probe.status === 0) return null;
  const why = probe.stderr.trim().split('\n')[0] ?? '';
  if (isRequired) throw new Error(`TEST_REDIS_URL names no Redis that answers: ${why}`);
  return `no Redis server: ${why}; set TEST_REDIS_URL`;
}

/** A describe for tests that need a Redis server; without one they are skipped and say why. */
export function describeWithRedis(title: string, tests: () => void): void {
  const { missing } = testRedis();
  if (missing === null) describe(title, tests);
  else describe.skip(`${title} [skipped: ${missing}]`, tests);
}

/** What a wiped Redis forgets, confined to one test: the server may hold other people's keys. */
export async function wipeRedis(prefix: string): Promise<number> {
  const client = new Redis(url);
  try {
    const keys = await client.keys(`${prefix}:*`);
    return keys.length === 0 ? 0 : await client.del(keys);
  } finally {
    client.disconnect();
  }
}
