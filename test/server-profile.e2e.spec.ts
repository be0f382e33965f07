import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openApplication } from '@thidua/application';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { instant } from '@thidua/kernel';
import { describeWithRedis, testRedis, wipeRedis } from '@thidua/jobs/testing';

const root = resolve(__dirname, '..');
const OFFICE = readFileSync(join(root, 'examples/office/sample-office.json'));
const PLAN = readFileSync(join(root, 'examples/plans/ke-hoach-mau-2025.txt'));

/** The head of the Office in the sample, who keeps the directory and issues plans. */
const OFFICE_HEAD = 'cb-004';

/** A process of the build, as a service manager runs it. */
interface Running {
  readonly ready: { readonly url?: string; readonly aliveFile?: string };
  stop(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

const spawnApp = (file: string, environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [join(root, 'dist/apps', file)], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function run(file: string, environment: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawnApp(file, environment);
  let [stdout, stderr] = ['', ''];
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const ended = new Promise<{ readonly code: number | null; readonly stderr: string }>((done) =>
    child.on('close', (code) => {
      done({ code, stderr });
    }),
  );
  const firstLine = await new Promise<string>((done, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      if (stdout.includes('\n')) done(stdout.split('\n')[0] ?? '');
    });
    void ended.then(() => {
      failed(new Error(`${file} ended before it was ready: ${stderr}`));
    });
  });
  return {
    ready: JSON.parse(firstLine) as Running['ready'],
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

const exitCode = (file: string, environment: NodeJS.ProcessEnv): Promise<number | null> =>
  new Promise((done) => spawnApp(file, environment).on('close', done));

async function answer<T>(url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

const post = <T>(url: string, body: Buffer | string, type: string): Promise<T> =>
  answer(url, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'content-type': type, 'x-actor-id': OFFICE_HEAD },
  });

/** Nobody keeps the directory of an empty log, so the first office is entered by the system itself. */
async function enterOffice(databaseUrl: string): Promise<void> {
  const application = await openApplication({
    databaseUrl,
    dataDir: '',
    runBackground: false,
    sampleFolder: null,
    tell: () => undefined,
  });
  const id = randomUUID();
  await application.commands.loadOffice(
    { office: JSON.parse(OFFICE.toString('utf8')) as unknown },
    {
      commandId: id,
      correlationId: id,
      causationId: id,
      actor: { kind: 'system' },
      occurredAt: instant('2025-01-02T08:00:00+07:00'),
      expectedRevision: null,
    },
  );
  await application.close();
}

async function until<T>(look: () => Promise<T>, isDone: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (isDone(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((rest) => setTimeout(rest, 100));
  }
}

describeWithPostgres('the server profile', () => {
  describeWithRedis('with api and worker as two processes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-server-'));
    const running: Running[] = [];
    let database: TestDatabase;
    let environment: NodeJS.ProcessEnv;

    const start = async (file: string): Promise<Running> => {
      const app = await run(file, environment);
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
        THIDUA_QUIET: '1',
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
      const url = api.ready.url ?? '';
      expect(await exitCode('worker/src/healthcheck.js', environment)).toBe(0);

      // The office is there already; sent again by who may keep it, it changes nothing.
      const office = await post(`${url}/v1/office`, OFFICE, 'application/json');
      expect(office).toMatchObject({ unitCount: 0, eventCount: 0 });
      const { planId, taskCount } = await post<{ planId: string; taskCount: number }>(
        `${url}/v1/plans?fileName=ke-hoach-mau-2025.txt&number=05%2FKH-SCT&date=2025-01-10`,
        PLAN,
        'text/plain',
      );
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
        run('worker/src/main.js', { ...environment, ...change }).then(
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
