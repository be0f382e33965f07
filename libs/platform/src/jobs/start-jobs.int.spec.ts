import { openOn, type OpenedApplication } from '@thidua/application';
import { openTestDatabase } from '@thidua/database/testing';
import type { JobOutcome, Jobs } from '@thidua/jobs';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { startJobs } from './start-jobs';

const EXAMPLES = resolve(__dirname, '../../../../examples');

describe('the nightly check of the read models', () => {
  let application: OpenedApplication;
  let jobs: Jobs;

  beforeAll(async () => {
    application = await openOn(await openTestDatabase('pglite'), {
      runBackground: true,
      sampleFolder: EXAMPLES,
      tell: () => undefined,
    });
    jobs = await startJobs(
      application,
      { redisUrl: null, runTimers: false, mail: null },
      pino({ level: 'silent' }),
    );
  });
  afterAll(() => application.close());

  const outcomeAfter = async (before: JobOutcome | null): Promise<JobOutcome> => {
    await jobs.enqueue('check-read-models', null);
    for (;;) {
      const last = (await jobs.health()).jobs[0]?.lastOutcome ?? null;
      if (last !== null && last.finishedAt !== before?.finishedAt) return last;
      await new Promise((rested) => setTimeout(rested, 50));
    }
  };

  it('keeps that all is equal, and then which model a hand has changed', async () => {
    const { head } = await application.queries.health({});
    await application.queries.taskBoard({ after: head });
    const first = await outcomeAfter(null);
    expect(first).toMatchObject({ name: 'check-read-models', ok: true });
    expect(first.summary).toContainEqual(
      expect.objectContaining({ name: 'task_board', differenceCount: 0 }),
    );

    const { rows } = await application.database.pool.query<{ readonly name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'read' and table_name ~ '^task_board__v[0-9]+$'`,
    );
    await application.database.pool.query(
      `delete from read.${rows[0]?.name ?? ''} where key = (select min(key) from read.${rows[0]?.name ?? ''})`,
    );
    const second = await outcomeAfter(first);
    expect(second.ok).toBe(false);
    expect(second.summary).toContainEqual(
      expect.objectContaining({ name: 'task_board', differenceCount: 1 }),
    );
  });

  it('is due at half past two at night in Viet Nam', async () => {
    expect((await jobs.health()).jobs[0]?.nextRunAt).toMatch(/T19:30:00\.000Z$/);
  });
});
