import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@thidua/database';
import { openTestDatabase } from '@thidua/database/testing';
import { openJobs, type Jobs } from '@thidua/jobs';
import { until } from '../processes/run-process';
import { reportTally, violations } from '../reliability/tally';
import { DueReminders } from './due-reminders';
import { describeWithOwnRedis, startOwnRedis, type OwnRedis } from './own-redis';

/** Each round makes every fault. */
const ROUND_COUNT = Number(process.env['FAULT_ROUNDS'] ?? 1);
const FAULTS = ['wipe', 'crash', 'replace'] as const satisfies readonly (keyof OwnRedis)[];
const WORKER_COUNT = 2;
const GIVEN_MOST = 60;
/** Between two reminders that fall due. */
const PAUSE_MS = 5;

/** Every second, where the product says minutes: cron with a sixth field in front. */
const SWEEP = { name: 'sweep', cron: '* * * * * *' };

/** How soon the workers miss a schedule. */
const LOOK_MS = 300;

/** Keeps the load up while the work is done, also when it fails. */
async function during(
  load: (isOver: () => boolean) => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  let isOver = false;
  const loading = load(() => isOver);
  try {
    await work();
  } finally {
    isOver = true;
    await loading;
  }
}

describeWithOwnRedis('Redis wiped and killed under load', () => {
  let redis: OwnRedis;
  let database: Database;
  let reminders: DueReminders;
  const workers: Jobs[] = [];

  beforeAll(async () => {
    redis = await startOwnRedis();
    database = await openTestDatabase('pglite');
    reminders = new DueReminders(database);
    await reminders.migrate();
    for (let index = 0; index < WORKER_COUNT; index++) {
      const jobs = await openJobs({
        redisUrl: redis.url,
        database,
        schedules: [SWEEP],
        handlers: { sweep: reminders.sweep, remind: reminders.remind },
        onError: () => undefined,
        lookMs: LOOK_MS,
      });
      await jobs.start();
      workers.push(jobs);
    }
  }, 60_000);
  afterAll(async () => {
    await Promise.all(workers.map((jobs) => jobs.close()));
    await database.close();
    await redis.close();
  });

  const make = async (fault: (typeof FAULTS)[number], given: () => number): Promise<void> => {
    const enough = given() + Math.ceil(Math.random() * GIVEN_MOST);
    await until(given, (count) => count >= enough);
    await redis[fault]();
    const dueBefore = given();
    await until(
      () => reminders.counts(),
      ({ done }) => done >= dueBefore,
    );
    for (const worker of workers)
      await until(
        () => worker.health(),
        ({ jobs }) => jobs[0]?.nextRunAt !== null,
      );
  };

  it(
    `leaves no reminder unsent, sends none twice and brings the schedule back, ${ROUND_COUNT} times over`,
    async () => {
      let next = 0;
      let refused = 0;
      const load = async (isOver: () => boolean): Promise<void> => {
        while (!isOver()) {
          const reminder = next++;
          await reminders.fallsDue(reminder);
          const [worker] = workers;
          // Refused while Redis is away; what is due is on record all the same.
          const given = worker?.enqueue('remind', reminder, { id: `remind-${reminder}` });
          await given?.catch(() => refused++);
          await sleep(PAUSE_MS);
        }
      };
      await during(load, async () => {
        for (let round = 0; round < ROUND_COUNT; round++)
          for (const fault of FAULTS) await make(fault, () => next);
      });
      const { due, reached, sent } = await until(
        () => reminders.counts(),
        (now) => now.done >= now.due,
      );
      const tally = {
        fault: 'Redis wiped, killed',
        rounds: ROUND_COUNT * FAULTS.length,
        acknowledged: due,
        repeated: 0,
        stored: reached,
        duplicates: sent - reached,
        gaps: due - reached,
        effects: sent,
        effectsDue: due,
        readModels: null,
      };
      reportTally(tally);
      expect(violations(tally)).toEqual([]);
      expect(refused).toBeLessThan(due);
    },
    60_000 + ROUND_COUNT * 120_000,
  );
});
