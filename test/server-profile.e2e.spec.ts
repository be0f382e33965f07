import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { describeWithRedis, testRedis, wipeRedis } from '@thidua/jobs/testing';
import { answer, enterOffice, importPlan, OFFICE, post } from './processes/office-over-http';
import { exitCode, runProcess, until, type RunningProcess } from './processes/run-process';

describeWithPostgres('the server profile', () => {
  describeWithRedis('with api and worker as two processes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-server-'));
    const running: RunningProcess[] = [];
    let database: TestDatabase;
    let environment: NodeJS.ProcessEnv;

    const start = async (file: string): Promise<RunningProcess> => {
      const app = await runProcess(file, environment);
      running.push(app);
      return app;
    };

    beforeAll(async () => {
      database = await openTestDatabase('postgres');
      await enterOffice(database.url ?? '');
      environment = {
        DATABASE_URL: database.url ?? '',
        REDIS_URL: testRedis().url,
        PORT: '0',
        LOG_LEVEL: 'error',
        METRICS_PORT: '0',
        WORKER_ALIVE_FILE: join(folder, 'alive'),
      };
    });
    afterAll(async () => {
      await Promise.all(running.map((app) => app.stop()));
      const name = new URL(database.url ?? '').pathname.slice(1);
      await database.close();
      expect(await wipeRedis(`thidua-${name}`)).toBeGreaterThan(0);
      rmSync(folder, { recursive: true, force: true });
    });

    it('assigns the tasks of a plan that was issued over HTTP, and stops in order', async () => {
      const [worker, api] = await Promise.all([
        start('worker/src/main.js'),
        start('api/src/main.js'),
      ]);
      const { url } = api;
      expect(await exitCode('worker/src/healthcheck.js', environment)).toBe(0);

      // The office is there already; sent again by who may keep it, it changes nothing.
      const office = await post(`${url}/v1/office`, OFFICE, 'application/json');
      expect(office).toMatchObject({ unitCount: 0, eventCount: 0 });
      const { planId, taskCount } = await importPlan(url);
      expect(taskCount).toBeGreaterThan(0);
      await post(`${url}/v1/plans/${planId}/issue`, '{}', 'application/json');

      const assigned = async (): Promise<number> => {
        const { rows } = await database.pool.query<{ readonly count: number }>(
          `select count(*)::int as count from es.events where type = 'TaskAssigned'`,
        );
        return rows[0]?.count ?? 0;
      };
      expect(await until(assigned, (count) => count >= taskCount)).toBe(taskCount);
      const board = await until(
        () => answer<{ tasks: readonly unknown[] }>(`${url}/v1/tasks?limit=1000`),
        ({ tasks }) => tasks.length >= taskCount,
      );
      expect(board.tasks).toHaveLength(taskCount);

      const [workerEnd, apiEnd] = await Promise.all([worker.stop(), api.stop()]);
      expect(workerEnd).toEqual({ code: 0, stderr: '' });
      expect(apiEnd).toEqual({ code: 0, stderr: '' });
    }, 120_000);

    it('shows a worker that never ran as dead', async () => {
      const file = join(folder, 'never');
      expect(
        await exitCode('worker/src/healthcheck.js', { ...environment, WORKER_ALIVE_FILE: file }),
      ).toBe(1);
    });

    it('refuses to start a worker without a server, or without its Redis, in one line', async () => {
      const fault = (change: NodeJS.ProcessEnv): Promise<string> =>
        runProcess('worker/src/main.js', { ...environment, ...change }).then(
          () => 'started',
          (error: unknown) => (error as Error).message,
        );
      const withoutServer = await fault({ DATABASE_URL: '' });
      expect(withoutServer).toContain('DATABASE_URL');
      expect(withoutServer.trimEnd()).not.toContain('\n');
      const withoutRedis = await fault({ REDIS_URL: 'redis://:secret@127.0.0.1:1' });
      expect(withoutRedis).toContain('127.0.0.1:1');
      expect(withoutRedis).not.toContain('secret');
      expect(withoutRedis.trimEnd()).not.toContain('\n');
    }, 60_000);
  });
});
