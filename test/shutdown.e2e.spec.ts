import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApplication } from '@thidua/application';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { openPostgresEventStore } from '@thidua/event-store';
import { appendTo } from '@thidua/event-store/testing';
import { enterOffice, PLAN } from './processes/office-over-http';
import { runProcess, until, type RunningProcess } from './processes/run-process';
import { beginUpload } from './processes/slow-upload';

/** Events for the worker to be in the middle of: several batches of a thousand. */
const EVENT_COUNT = 30_000;
const EVENTS_PER_APPEND = 500;

/** True when nobody listens there any more. */
const isRefused = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    () => false,
    (error: unknown) => {
      const { cause } = error as { readonly cause?: NodeJS.ErrnoException };
      return cause?.code === 'ECONNREFUSED';
    },
  );

describeWithPostgres('an orderly stop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-stop-'));
  const running: RunningProcess[] = [];
  let database: TestDatabase;

  const start = async (file: string, settings: NodeJS.ProcessEnv): Promise<RunningProcess> => {
    const app = await runProcess(file, {
      DATABASE_URL: database.url ?? '',
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'info',
      WORKER_ALIVE_FILE: join(folder, 'alive'),
      ...settings,
    });
    running.push(app);
    return app;
  };
  const countOf = async (sql: string): Promise<number> => {
    const { rows } = await database.pool.query<{ readonly count: number }>(sql);
    return rows[0]?.count ?? 0;
  };
  const importCount = () =>
    countOf(`select count(*)::int as count from es.events where type = 'PlanImported'`);

  beforeEach(async () => {
    database = await openTestDatabase('postgres');
  });
  afterEach(async () => {
    for (const app of running.splice(0)) app.signal('SIGKILL');
    await database.close();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe('of the API', () => {
    beforeEach(() => enterOffice(database.url ?? ''));

    it('is announced by not being ready, answers what is in flight and refuses what is new', async () => {
      const api = await start('api/src/main.js', { SHUTDOWN_DELAY: '2' });
      expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
      const upload = await beginUpload(api.url, PLAN);
      api.signal('SIGTERM');

      const notReady = await until(
        () => fetch(`${api.url}/health/ready`),
        ({ status }) => status === 503,
      );
      expect(notReady.headers.get('content-type')).toContain('application/problem+json');
      expect(notReady.headers.get('connection')).toBe('close');
      expect(await notReady.json()).toMatchObject({
        type: '/problems/shutting-down',
        code: 'SHUTTING_DOWN',
        faults: [{ code: 'SHUTTING_DOWN', vi: expect.stringContaining('đang dừng') }],
      });
      await until(() => isRefused(api.url), Boolean);
      expect(await importCount()).toBe(0);

      const { status, body } = await upload.finish();
      expect(status).toBe(200);
      const { events } = JSON.parse(body) as { readonly events: readonly object[] };
      expect((await api.ended).code).toBe(0);
      expect(events).toHaveLength(1);
      expect(await importCount()).toBe(1);
    }, 60_000);

    it('cuts off a request that does not end, with nothing of it done', async () => {
      const api = await start('api/src/main.js', { SHUTDOWN_TIMEOUT: '2' });
      const upload = await beginUpload(api.url, PLAN);
      expect((await api.stop()).code).toBe(0);
      expect(await upload.cutOff).toBe('ECONNRESET');
      expect(await importCount()).toBe(0);
    }, 60_000);

    it('is given up at the second signal', async () => {
      const api = await start('api/src/main.js', { SHUTDOWN_TIMEOUT: '600' });
      const upload = await beginUpload(api.url, PLAN);
      let hasEnded = false;
      void api.ended.then(() => (hasEnded = true));
      await until(
        () => {
          api.signal('SIGTERM');
          return hasEnded;
        },
        (seen) => seen,
      );
      expect((await api.ended).code).toBe(143);
      expect(await upload.cutOff).toBe('ECONNRESET');
    }, 60_000);
  });

  describe('of the worker', () => {
    const checkpoint = async (): Promise<number> =>
      countOf(
        `select coalesce(max(position), 0)::int as count from read.projections where name = 'audit_trail'`,
      ).catch(() => 0);

    const rowCount = async (): Promise<number> => {
      const version = await countOf(
        `select max(version)::int as count from read.projections where name = 'audit_trail'`,
      );
      return countOf(`select count(*)::int as count from read.audit_trail__v${version}`);
    };

    beforeEach(async () => {
      const store = await openPostgresEventStore(database);
      await Promise.all(
        Array.from({ length: EVENT_COUNT / EVENTS_PER_APPEND }, (_each, index) =>
          store.append(appendTo(`probe-${index}`, { eventCount: EVENTS_PER_APPEND })),
        ),
      );
      await store.close();
    });

    it('finishes the batch in flight, begins no other, and goes on from there the next time', async () => {
      const worker = await start('worker/src/main.js', { LOG_LEVEL: 'error' });
      await until(checkpoint, (position) => position > 0);
      expect(await worker.stop()).toEqual({ code: 0, stderr: '' });
      const reached = await checkpoint();
      expect(reached).toBeLessThan(EVENT_COUNT);
      expect(await rowCount()).toBe(reached);

      const next = await start('worker/src/main.js', { LOG_LEVEL: 'error' });
      await until(checkpoint, (position) => position === EVENT_COUNT);
      expect(await next.stop()).toEqual({ code: 0, stderr: '' });
      const application = await openApplication({
        databaseUrl: database.url,
        dataDir: '',
        runBackground: false,
        sampleFolder: null,
        tell: () => undefined,
      });
      const { isEqual } = await application.queries.projectionCheck({});
      await application.close();
      expect(isEqual).toBe(true);
    }, 120_000);
  });
});
