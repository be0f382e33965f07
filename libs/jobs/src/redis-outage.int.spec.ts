import { randomBytes } from 'node:crypto';
import type { Database } from '@thidua/database';
import { openTestDatabase } from '@thidua/database/testing';
import { JobQueueUnreachable, openJobs, type Jobs, type JobsOptions } from '.';
import { cuttableLink } from './testing/cuttable-link';
import { eventually } from './testing/eventually';
import { describeWithRedis, testRedis, wipeRedis } from './testing/redis-server';

const NIGHTLY = { name: 'nightly', cron: '30 2 * * *' };
const prefix = `thidua-test-${randomBytes(6).toString('hex')}`;
let database: Database;
let errors: string[];

const open = (redisUrl: string, options: Partial<JobsOptions> = {}): Promise<Jobs> =>
  openJobs({
    redisUrl,
    prefix,
    database,
    schedules: [NIGHTLY],
    handlers: { greet: () => Promise.resolve({ ok: true, summary: null }) },
    onError: ({ message }) => errors.push(message),
    ...options,
  });

beforeAll(async () => {
  database = await openTestDatabase('pglite');
});
beforeEach(() => {
  errors = [];
});
afterAll(() => database.close());

describe('a Redis that does not answer at start', () => {
  it('is named in one typed error within seconds, and its password is not', async () => {
    const began = Date.now();
    const error: unknown = await open('redis://:secret@127.0.0.1:1/3').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(JobQueueUnreachable);
    const { message } = error as Error;
    expect(message).toContain('127.0.0.1:1/3');
    expect(message).toContain('ECONNREFUSED');
    expect(message).not.toContain('secret');
    expect(message).not.toContain('\n');
    expect(Date.now() - began).toBeLessThan(6_000);
  });
});

describeWithRedis('a Redis that fails while it is in use', () => {
  afterEach(() => wipeRedis(prefix));

  it('may be wiped: the next start puts the schedule back', async () => {
    const before = await open(testRedis().url);
    await before.start();
    await before.close();
    expect(await wipeRedis(prefix)).toBeGreaterThan(0);
    const after = await open(testRedis().url);
    expect((await after.health()).jobs[0]?.nextRunAt).toBeNull();
    await after.start();
    expect((await after.health()).jobs[0]?.nextRunAt).toMatch(/T19:30:00\.000Z$/);
    await after.close();
  });

  it('may be wiped under a working process, which puts the schedule back', async () => {
    const jobs = await open(testRedis().url, { lookMs: 50 });
    await jobs.start();
    expect(await wipeRedis(prefix)).toBeGreaterThan(0);
    const nextRunAt = await eventually(
      async () => (await jobs.health()).jobs[0]?.nextRunAt ?? undefined,
    );
    expect(nextRunAt).toMatch(/T19:30:00\.000Z$/);
    await jobs.close();
  });

  it('refuses jobs at once, is reported without a flood, and is used again when it is back', async () => {
    const link = await cuttableLink(testRedis().url);
    const jobs = await open(link.url);
    await jobs.start();
    await link.cut();
    await eventually(() => errors[0]);
    const began = Date.now();
    await expect(jobs.enqueue('greet', null)).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(2_000);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(new Set(errors).size).toBe(errors.length);
    expect((await jobs.health()).trouble).not.toBeNull();

    await link.mend();
    await eventually(() =>
      jobs.enqueue('greet', null).then(
        () => true,
        () => undefined,
      ),
    );
    await eventually(async () => {
      const { rows } = await database.pool.query(
        `select 1 from jobs.outcomes where name = 'greet'`,
      );
      return rows[0] as unknown;
    });
    expect((await jobs.health()).trouble).toBeNull();
    await jobs.close();
    await link.cut();
  });

  it('does not keep the process from closing', async () => {
    const link = await cuttableLink(testRedis().url);
    const jobs = await open(link.url);
    await jobs.start();
    await link.cut();
    await eventually(() => errors[0]);
    await jobs.close();
  }, 20_000);
});
