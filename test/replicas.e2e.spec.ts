import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { testRedis, wipeRedis } from '@thidua/jobs/testing';
import { answer, enterOffice, OFFICE_HEAD, PLAN, post } from './processes/office-over-http';
import { runProcess, until, type RunningProcess } from './processes/run-process';

/** Plans issued while the processes come and go; each assigns as many tasks as the sample plan has. */
const PLAN_COUNT = 24;

interface Imported {
  readonly planId: string;
  readonly taskCount: number;
}

/** The sample plan with another content, so that each one is a plan of its own. */
const planNumber = (index: number): Buffer =>
  Buffer.concat([PLAN, Buffer.from('\n'.repeat(index + 1))]);

describeWithPostgres('two api and two worker processes on one database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-replicas-'));
  const redisUrl = testRedis().missing === null ? testRedis().url : '';
  const running: RunningProcess[] = [];
  let database: TestDatabase;
  let apis: readonly RunningProcess[];
  let workers: readonly RunningProcess[];

  const start = async (file: string, name: string): Promise<RunningProcess> => {
    const app = await runProcess(file, {
      DATABASE_URL: database.url ?? '',
      REDIS_URL: redisUrl,
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'error',
      WORKER_ALIVE_FILE: join(folder, name),
    });
    running.push(app);
    return app;
  };
  const api = (index: number): string => apis[index % apis.length]?.url ?? '';

  const assignedCount = async (): Promise<number> => {
    const { rows } = await database.pool.query<{ readonly count: number }>(
      `select count(*)::int as count from es.events where type = 'TaskAssigned'`,
    );
    return rows[0]?.count ?? 0;
  };

  beforeAll(async () => {
    database = await openTestDatabase('postgres');
    await enterOffice(database.url ?? '');
    apis = await Promise.all([start('api/src/main.js', 'a1'), start('api/src/main.js', 'a2')]);
    workers = await Promise.all([
      start('worker/src/main.js', 'w1'),
      start('worker/src/main.js', 'w2'),
    ]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(running.map((app) => app.stop()));
    const name = new URL(database.url ?? '').pathname.slice(1);
    await database.close();
    if (redisUrl !== '') await wipeRedis(`thidua-${name}`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('take commands at either api, lose one worker in the middle, and miss and repeat nothing', async () => {
    const importAndIssue = async (index: number): Promise<number> => {
      const query = `fileName=ke-hoach-${index}.txt&number=${index}%2FKH-SCT&date=2025-01-10`;
      const { planId, taskCount } = await post<Imported>(
        `${api(index)}/v1/plans?${query}`,
        planNumber(index),
        'text/plain',
      );
      // The other api issues what this one imported: what one has acknowledged, both know.
      await post(`${api(index + 1)}/v1/plans/${planId}/issue`, '{}', 'application/json');
      return taskCount;
    };
    const issuing = Promise.all(
      Array.from({ length: PLAN_COUNT }, (_each, index) => importAndIssue(index)),
    );

    const atKill = await until(assignedCount, (count) => count > 0);
    const [victim, survivor] = workers;
    victim?.signal('SIGKILL');
    expect((await victim?.ended)?.code).toBeNull();
    const taskCount = (await issuing).reduce((sum, count) => sum + count, 0);
    expect(atKill).toBeLessThan(taskCount);

    expect(await until(assignedCount, (count) => count >= taskCount)).toBe(taskCount);
    const { head } = await answer<{ readonly head: string }>(`${survivor?.url ?? ''}/health`);
    const boards = await Promise.all(
      [0, 1].map((index) =>
        answer<{ readonly tasks: readonly { readonly key: string }[]; readonly position: string }>(
          `${api(index)}/v1/tasks?limit=1000&after=${head}`,
        ),
      ),
    );
    for (const { tasks, position } of boards) {
      expect(BigInt(position)).toBeGreaterThanOrEqual(BigInt(head));
      expect(new Set(tasks.map(({ key }) => key)).size).toBe(taskCount);
      expect(tasks).toHaveLength(taskCount);
    }
    const { rows } = await database.pool.query<{ readonly streams: number }>(
      `select count(distinct stream)::int as streams from es.events where type = 'TaskAssigned'`,
    );
    expect(rows[0]?.streams).toBe(taskCount);

    const check = await answer<{ readonly isEqual: boolean; readonly checks: readonly object[] }>(
      `${api(0)}/v1/projections/check`,
      { method: 'POST', headers: { 'x-actor-id': OFFICE_HEAD } },
    );
    expect(check.checks.length).toBeGreaterThan(5);
    expect(check.isEqual).toBe(true);
    expect(await survivor?.stop()).toEqual({ code: 0, stderr: '' });
  }, 180_000);
});
