import { randomBytes } from 'node:crypto';
import type { Database } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { openJobs, type JobHandler, type Jobs, type JobsOptions } from '.';
import { eventually } from './testing/eventually';
import { describeWithRedis, testRedis, wipeRedis } from './testing/redis-server';

interface Bench {
  readonly kind: Database['kind'];
  readonly redisUrl: string | null;
}

const NIGHTLY = { name: 'nightly', cron: '30 2 * * *' };
const well: JobHandler = () => Promise.resolve({ ok: true, summary: { checked: 7 } });

const behaves =
  ({ kind, redisUrl }: Bench) =>
  (): void => {
    const prefix = `thidua-test-${randomBytes(6).toString('hex')}`;
    const opened: Jobs[] = [];
    let database: Database;
    let errors: string[];

    const open = async (options: Partial<JobsOptions> = {}): Promise<Jobs> => {
      const jobs = await openJobs({
        redisUrl,
        prefix,
        database,
        schedules: [],
        handlers: {},
        onError: ({ message }) => errors.push(message),
        ...options,
      });
      opened.push(jobs);
      return jobs;
    };
    const outcomes = async (name: string): Promise<readonly Record<string, unknown>[]> => {
      const { rows } = await database.pool.query<Record<string, unknown>>(
        'select ok, summary, started_at, finished_at from jobs.outcomes where name = $1 order by id',
        [name],
      );
      return rows;
    };
    const outcomesOf = (name: string, count: number) =>
      eventually(async () => {
        const rows = await outcomes(name);
        return rows.length >= count ? rows : undefined;
      });

    beforeAll(async () => {
      database = await openTestDatabase(kind);
    });
    beforeEach(() => {
      errors = [];
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
    });
    afterAll(async () => {
      await database.close();
      if (redisUrl !== null) await wipeRedis(prefix);
    });

    it('runs a job with its input and keeps the outcome', async () => {
      const inputs: unknown[] = [];
      const handler: JobHandler = ({ input, attempt }) => {
        inputs.push({ input, attempt });
        return Promise.resolve({ ok: false, summary: { differing: ['task_board'] } });
      };
      const jobs = await open({ handlers: { greet: handler } });
      await jobs.start();
      await jobs.enqueue('greet', { unit: 'Phòng Tổ chức' });
      expect(await outcomesOf('greet', 1)).toMatchObject([
        { ok: false, summary: { differing: ['task_board'] } },
      ]);
      expect(inputs).toEqual([{ input: { unit: 'Phòng Tổ chức' }, attempt: 1 }]);
      expect(errors).toEqual([]);
    });

    it('tries a failing job again after a pause and keeps each try', async () => {
      const attempts: number[] = [];
      const handler: JobHandler = ({ attempt }) => {
        attempts.push(attempt);
        if (attempt < 3) throw new Error('the database restarts');
        return Promise.resolve({ ok: true, summary: null });
      };
      const jobs = await open({
        handlers: { shaky: handler },
        retry: { attempts: 3, delayMs: 200 },
      });
      await jobs.start();
      await jobs.enqueue('shaky', null);
      const tries = await outcomesOf('shaky', 3);
      expect(tries.map(({ ok }) => ok)).toEqual([false, false, true]);
      expect(tries[0]).toMatchObject({ summary: { error: 'the database restarts', attempt: 1 } });
      const pauseAfter = (index: number): number =>
        (tries[index + 1]?.['started_at'] as Date).getTime() -
        (tries[index]?.['finished_at'] as Date).getTime();
      expect(pauseAfter(0)).toBeGreaterThanOrEqual(190);
      expect(pauseAfter(1)).toBeGreaterThanOrEqual(390);
      expect(attempts).toEqual([1, 2, 3]);
      expect(errors).toHaveLength(2);
    });

    it('has its schedule after a restart, at the hour of Viet Nam, and only those of the code', async () => {
      const before = await open({ schedules: [NIGHTLY, { name: 'dropped', cron: '0 * * * *' }] });
      await before.start();
      await before.close();
      const after = await open({ schedules: [NIGHTLY], handlers: { nightly: well } });
      expect((await after.health()).jobs[0]?.nextRunAt).toMatch(/T19:30:00\.000Z$/);
      await after.start();
      const known = await open({ schedules: [NIGHTLY, { name: 'dropped', cron: '0 * * * *' }] });
      const { jobs, backend } = await known.health();
      expect(backend).toBe(redisUrl === null ? kind : 'redis');
      expect(jobs[0]?.nextRunAt).toMatch(/T19:30:00\.000Z$/);
      expect(jobs[1]).toEqual({ name: 'dropped', nextRunAt: null, lastOutcome: null });
    });

    it('catches up at start on the run it missed, once', async () => {
      const missed = { ...NIGHTLY, name: 'missed' };
      const options = { schedules: [missed], handlers: { missed: well } };
      await (await open(options)).start();
      expect(await outcomes('missed')).toEqual([]);
      await database.pool.query(
        `update jobs.schedules set first_seen_at = now() - interval '2 days' where name = 'missed'`,
      );
      const jobs = await open(options);
      await Promise.all([jobs.start(), (await open(options)).start()]);
      await outcomesOf('missed', 1);
      await (await open(options)).start();
      expect(await outcomes('missed')).toHaveLength(1);
      expect((await jobs.health()).jobs[0]?.lastOutcome).toMatchObject({
        name: 'missed',
        ok: true,
        summary: { checked: 7 },
      });
    });

    it('says how many jobs wait, run and are due later', async () => {
      let finish: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (finish = resolve));
      const held: JobHandler = () => released.then(() => ({ ok: true, summary: null }));
      const jobs = await open({ schedules: [NIGHTLY], handlers: { held } });
      const idle = await jobs.depth();
      await jobs.enqueue('held', null);
      expect(await jobs.depth()).toEqual({ ...idle, waiting: idle.waiting + 1 });
      await jobs.start();
      await eventually(async () => ((await jobs.depth()).active === 1 ? true : undefined));
      expect(await jobs.depth()).toMatchObject({ queue: 'jobs', waiting: 0, delayed: 1 });
      finish();
      await outcomesOf('held', 1);
    });

    it('runs a job that comes again under the same id once', async () => {
      const jobs = await open({ handlers: { single: well, last: well } });
      await jobs.enqueue('single', null, { id: 'once' });
      await jobs.enqueue('single', null, { id: 'once' });
      await jobs.enqueue('last', null);
      await jobs.start();
      await outcomesOf('last', 1);
      await jobs.close();
      expect(await outcomes('single')).toHaveLength(1);
    });

    it('waits for the job in flight when it closes, and takes no other', async () => {
      let begun = 0;
      let finished = 0;
      const slow: JobHandler = async () => {
        begun += 1;
        await new Promise((resolve) => setTimeout(resolve, 500));
        finished += 1;
        return { ok: true, summary: null };
      };
      const jobs = await open({ handlers: { slow } });
      await jobs.start();
      await jobs.enqueue('slow', null);
      await eventually(() => (begun > 0 ? begun : undefined));
      await jobs.close();
      expect(finished).toBe(begun);
      await (await open()).enqueue('slow', null);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(begun).toBe(1);
      expect(await outcomes('slow')).toHaveLength(1);
    });
  };

describe('the job queue in PGlite', behaves({ kind: 'pglite', redisUrl: null }));
describeWithPostgres('the job queue in PostgreSQL', behaves({ kind: 'postgres', redisUrl: null }));
describeWithRedis('the job queue in Redis', behaves({ kind: 'pglite', redisUrl: testRedis().url }));
