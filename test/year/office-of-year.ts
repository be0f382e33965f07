import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@thidua/database';
import { layEngine, openTestDatabase } from '@thidua/database/testing';
import { testRedis, wipeRedis } from '@thidua/jobs/testing';
import { enterOffice, enterOfficeInto } from '../processes/office-over-http';
import { runProcess, type RunningProcess } from '../processes/run-process';

/** An office in processes of its own. */
export interface OfficeOfYear {
  /** Where it listens; another place after the queue was wiped. */
  url(): string;
  /** Forgets all that the queue holds. */
  wipeQueue(): Promise<void>;
  close(): Promise<void>;
}

const SETTINGS = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error', SAMPLE: 'off' };

/** One process with PGlite on disk, the queue in the same database. */
export async function openEmbeddedOffice(): Promise<OfficeOfYear> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-year-'));
  const dataDir = join(folder, 'data');
  await layEngine(dataDir);
  await enterOfficeInto({ databaseUrl: null, dataDir });
  const start = () => runProcess('api/src/main.js', { ...SETTINGS, DATA_DIR: dataDir });
  let api = await start();
  return {
    url: () => api.url,
    wipeQueue: async () => {
      await api.stop();
      const database = await openDatabase({ dataDir });
      await database.pool.query('drop schema bullmq cascade');
      await database.close();
      api = await start();
    },
    close: async () => {
      expect(await api.stop()).toEqual({ code: 0, stderr: '' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An api and a worker on a PostgreSQL server, the queue in Redis. */
export async function openServerOffice(): Promise<OfficeOfYear> {
  const database = await openTestDatabase('postgres');
  const databaseUrl = database.url ?? '';
  await enterOffice(databaseUrl);
  const environment = { ...SETTINGS, DATABASE_URL: databaseUrl, REDIS_URL: testRedis().url };
  const folder = mkdtempSync(join(tmpdir(), 'thidua-year-'));
  const start = (file: string): Promise<RunningProcess> =>
    runProcess(file, { ...environment, WORKER_ALIVE_FILE: join(folder, 'alive') });
  const [api, worker] = await Promise.all([start('api/src/main.js'), start('worker/src/main.js')]);
  const prefix = `thidua-${new URL(databaseUrl).pathname.slice(1)}`;
  return {
    url: () => api.url,
    wipeQueue: async () => {
      expect(await wipeRedis(prefix)).toBeGreaterThan(0);
    },
    close: async () => {
      expect(await worker.stop()).toEqual({ code: 0, stderr: '' });
      expect(await api.stop()).toEqual({ code: 0, stderr: '' });
      await database.close();
      await wipeRedis(prefix);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
