import { openOn, type OpenedApplication } from '@thidua/application';
import { openTestDatabase } from '@thidua/database/testing';
import type { JobsHealth } from '@thidua/jobs';
import { instant } from '@thidua/kernel';
import { Lifecycle } from '../shutdown/lifecycle';
import { ProcessHealth, type ProcessHealthParts } from './process-health';
import { readinessProblem } from './readiness-problem';

describe('the health of a process', () => {
  let application: OpenedApplication;
  let lifecycle: Lifecycle;

  const healthOf = (parts: Partial<ProcessHealthParts> = {}): ProcessHealth =>
    new ProcessHealth({ role: 'worker', lifecycle, application, jobs: null, ...parts });
  const codesOf = (notices: readonly { readonly code: string }[]) =>
    notices.map(({ code }) => code);
  const sql = (text: string) => application.database.pool.query(text);

  beforeAll(async () => {
    application = await openOn(await openTestDatabase('pglite'), {
      runBackground: false,
      sampleFolder: null,
      tell: () => undefined,
    });
  });
  afterAll(() => application.close());
  beforeEach(() => {
    lifecycle = new Lifecycle();
  });

  it('is well when everything answers', async () => {
    const health = healthOf();
    expect(await health.overview()).toMatchObject({
      status: 'ok',
      head: '0',
      storage: 'embedded',
      process: { role: 'worker', isStopping: false },
      notices: [],
    });
    expect(await health.readiness()).toEqual({ isReady: true, faults: [], notices: [] });
  });

  it('is degraded but ready while a read model is halted, and names it in Vietnamese', async () => {
    await sql(`update read.projections set error = '{"message":"odd"}' where name = 'task_board'`);
    const health = healthOf();
    const { status, notices } = await health.overview();
    expect(status).toBe('degraded');
    expect(notices).toEqual([
      {
        code: 'PROJECTION_HALTED',
        name: 'task_board',
        vi: expect.stringMatching(/^Mô hình đọc task_board dừng/),
        en: expect.stringContaining('task_board stands'),
      },
    ]);
    const { isReady, notices: known } = await health.readiness();
    expect([isReady, codesOf(known)]).toEqual([true, ['PROJECTION_HALTED']]);
    await sql('update read.projections set error = null');
  });

  it('is not ready from the moment it stops, and explains itself as a problem', async () => {
    const health = healthOf();
    lifecycle.beginStop();
    const { isReady, faults } = await health.readiness();
    expect(isReady).toBe(false);
    expect(readinessProblem(faults, 'correlation-1', 'vi')).toMatchObject({
      type: '/problems/shutting-down',
      status: 503,
      code: 'SHUTTING_DOWN',
      instance: 'correlation-1',
      detail: 'Tiến trình đang dừng, không nhận việc mới.',
    });
    expect(await health.overview()).toMatchObject({
      status: 'degraded',
      process: { isStopping: true },
      notices: [{ code: 'SHUTTING_DOWN' }],
    });
  });

  it('tells what the jobs found last, without the details, also where they do not run', async () => {
    const jobs: JobsHealth = {
      backend: 'redis',
      trouble: 'ECONNREFUSED',
      jobs: [{ name: 'nightly', nextRunAt: instant('2025-01-02T00:00:00Z'), lastOutcome: null }],
    };
    await sql(
      `create schema jobs;
       create table jobs.outcomes (id int, name text, started_at timestamptz,
         finished_at timestamptz, ok boolean, summary jsonb);
       insert into jobs.outcomes values
         (1, 'elsewhere', now(), now(), true, '{}'), (2, 'elsewhere', now(), now(), false, '"detail"')`,
    );
    const report = await healthOf({ jobs: { health: () => Promise.resolve(jobs) } }).overview();
    expect(report.jobs).toMatchObject([
      { name: 'nightly', nextRunAt: '2025-01-02T00:00:00.000Z', lastOutcome: null },
      { name: 'elsewhere', nextRunAt: null, lastOutcome: { ok: false } },
    ]);
    expect(JSON.stringify(report)).not.toContain('detail');
    expect(codesOf(report.notices)).toEqual(['QUEUE_TROUBLED', 'JOB_NOT_OK']);
  });

  it('is not ready without its database, and says so within a bound when it only hangs', async () => {
    const never = new Promise<never>(() => undefined);
    const hanging = {
      queries: { ...application.queries, health: () => never },
      database: { ...application.database, pool: { query: () => never } },
    } as unknown as OpenedApplication;
    const health = healthOf({ application: hanging, answerTimeoutMs: 50 });
    const { isReady, faults } = await health.readiness();
    expect(isReady).toBe(false);
    expect(codesOf(faults)).toEqual(['DATABASE_UNREACHABLE', 'STORE_UNREACHABLE']);
    expect(await health.overview()).toMatchObject({ status: 'unavailable', head: null });
  });

  it('is not ready on a database that has lost its schema', async () => {
    const health = healthOf();
    await health.readiness();
    await sql(`delete from public.schema_migrations where owner = 'directory'`);
    expect(codesOf((await health.readiness()).faults)).toEqual(['SCHEMA_MISSING']);
    await sql('drop table public.schema_migrations');
    expect(codesOf((await healthOf().readiness()).faults)).toEqual(['SCHEMA_MISSING']);
  });
});
