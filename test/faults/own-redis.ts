import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { until } from '../processes/run-process';
import { freePort } from './free-port';

/** A Redis of the test's own, which writes every command to its file as the product's deployment does. */
export interface OwnRedis {
  readonly url: string;
  /** Forgets everything, as if by FLUSHALL of a careless hand. */
  wipe(): Promise<void>;
  /** Kills it without warning and starts it again on what it had written. */
  crash(): Promise<void>;
  /** Kills it without warning and starts it again on an empty disk. */
  replace(): Promise<void>;
  /** Stops it and removes its files. */
  close(): Promise<void>;
}

/** A describe for tests that start a Redis; without its program they are skipped and say why. */
export function describeWithOwnRedis(title: string, tests: () => void): void {
  if (spawnSync('redis-server', ['--version']).status === 0) describe(title, tests);
  else describe.skip(`${title} (skipped: no Redis server: redis-server is not installed)`, tests);
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  let folder = await mkdtemp(join(tmpdir(), 'thidua-redis-'));
  const url = `redis://127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const started = spawn('redis-server', [...settings, '--save', '', '--appendonly', 'yes'], {
      stdio: 'ignore',
    });
    await until(() => answers(url), Boolean);
    return started;
  };
  let server = await start();
  const kill = async (): Promise<void> => {
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };
  const empty = () => rm(folder, { recursive: true, force: true });
  return {
    url,
    wipe: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    crash: async () => {
      await kill();
      server = await start();
    },
    replace: async () => {
      await kill();
      await empty();
      folder = await mkdtemp(join(tmpdir(), 'thidua-redis-'));
      server = await start();
    },
    close: async () => {
      await kill();
      await empty();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // While it reads its file it answers LOADING to everything.
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
