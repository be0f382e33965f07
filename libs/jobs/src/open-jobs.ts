import type { Database } from '@thidua/database';
import { instantOf, type Json } from '@thidua/kernel';
import type { JobsOptions as QueuedJobOptions } from 'bullmq';
import { JobFailed } from './job-errors';
import type { Jobs, JobsHealth, JobsOptions, QueueDepth, RetryPolicy } from './jobs';
import { lastOutcomes, migrateOutcomes, settledSince } from './outcomes/outcome-table';
import { recordOutcome } from './outcomes/record-outcome';
import { openDatabasePlace } from './queue/database-place';
import {
  QUEUE_NAME,
  type JobProcessor,
  type JobQueue,
  type JobWorker,
  type QueuePlace,
} from './queue/queue-place';
import { openRedisPlace } from './queue/redis-place';
import { QueueTrouble } from './queue-trouble';
import { missedRun, TIME_ZONE } from './schedules/missed-run';
import { RegularLook } from './schedules/regular-look';

/** Half a minute, one, two, four: a database that restarts is back by then. */
const DEFAULT_RETRY: RetryPolicy = { attempts: 5, delayMs: 30_000 };
/** Finished jobs the queue remembers, to ignore repeated ids; what they found is kept in SQL. */
const KEPT_JOBS = { count: 100 };
/** Jobs at once in one process; on PGlite they would only queue for the one session. */
const CONCURRENCY = { redis: 4, postgres: 4, pglite: 1 } as const;
/** A wiped queue has its schedules back after this long. */
const DEFAULT_LOOK_MS = 60_000;
/**
 * A worker silent for this long has lost its job to another one. Generous, because on PGlite a long statement also
 * holds up the renewal.
 */
const LOCK_MS = 300_000;

/**
 * Opens the queue: on Redis when there is a URL, else in the database. Nothing runs before `start`.
 * @throws JobQueueUnreachable when Redis does not answer within a few seconds.
 * @throws MigrationMismatch
 */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { redisUrl, database } = options;
  const trouble = new QueueTrouble(options.onError);
  const listener = {
    onTrouble: (error: Error): void => {
      trouble.report(error);
    },
    onRecovered: (): void => {
      trouble.recovered();
    },
  };
  const place =
    redisUrl === null
      ? await openDatabasePlace(database)
      : await openRedisPlace(redisUrl, options.prefix ?? (await prefixOf(database)), listener);
  try {
    await migrateOutcomes(database);
    const queue = place.createQueue({});
    queue.on('error', listener.onTrouble);
    await queue.waitUntilReady();
    return new OpenedJobs({ options, place, queue, trouble });
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Installations that share a Redis stay apart as long as their databases bear different names. */
async function prefixOf({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ readonly name: string }>('select current_database() as name');
  return `thidua-${rows[0]?.name ?? ''}`;
}

interface OpenedParts {
  readonly options: JobsOptions;
  readonly place: QueuePlace;
  readonly queue: JobQueue;
  readonly trouble: QueueTrouble;
}

class OpenedJobs implements Jobs {
  private worker: JobWorker | null = null;
  private closing: Promise<void> | null = null;

  private readonly look: RegularLook;

  constructor(private readonly parts: OpenedParts) {
    const { options, trouble } = parts;
    this.look = new RegularLook(
      () => this.restoreSchedules(),
      options.lookMs ?? DEFAULT_LOOK_MS,
      (error) => {
        trouble.report(error);
      },
    );
  }

  async start(): Promise<void> {
    await this.putSchedulesBack();
    await this.catchUp();
    this.worker ??= await this.startWorker();
    this.look.start();
  }

  async enqueue(name: string, input: Json, { id }: { readonly id?: string } = {}): Promise<void> {
    const { queue } = this.parts;
    await queue.add(name, input, {
      ...this.jobOptions(),
      ...(id === undefined ? {} : { jobId: id }),
    });
  }

  close(): Promise<void> {
    return (this.closing ??= this.letGo());
  }

  async health(): Promise<JobsHealth> {
    const { options, place, queue, trouble } = this.parts;
    const outcomes = await lastOutcomes(options.database);
    const jobs = [];
    for (const { name } of options.schedules) {
      const next = await queue.getJobScheduler(name).then(
        (scheduler) => scheduler?.next,
        (error: unknown) => {
          trouble.report(error);
        },
      );
      jobs.push({
        name,
        nextRunAt: next === undefined ? null : instantOf(new Date(next)),
        lastOutcome: outcomes.get(name) ?? null,
      });
    }
    return { backend: place.kind, trouble: trouble.current, jobs };
  }

  async depth(): Promise<QueueDepth> {
    const counts = await this.parts.queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return { queue: QUEUE_NAME, waiting, active, delayed, failed };
  }

  /** The queue is told what the code says: a schedule it lost comes back, one that the code dropped goes. */
  private async putSchedulesBack(): Promise<void> {
    const { options, queue } = this.parts;
    const wanted = new Set(options.schedules.map(({ name }) => name));
    for (const { key } of await queue.getJobSchedulers()) {
      if (!wanted.has(key)) await queue.removeJobScheduler(key);
    }
    for (const { name, cron } of options.schedules) {
      const template = { name, data: null, opts: this.jobOptions() };
      await queue.upsertJobScheduler(name, { pattern: cron, tz: TIME_ZONE }, template);
    }
  }

  /** Whoever wiped the queue took the schedules along, and no job would ever say so. */
  private async restoreSchedules(): Promise<void> {
    const { options, queue } = this.parts;
    const known = new Set((await queue.getJobSchedulers()).map(({ key }) => key));
    if (options.schedules.every(({ name }) => known.has(name))) return;
    await this.putSchedulesBack();
    await this.catchUp();
  }

  private async catchUp(): Promise<void> {
    const { database, schedules } = this.parts.options;
    for (const schedule of schedules) {
      const since = await settledSince(database, schedule.name);
      const missed = missedRun(schedule, since, instantOf(new Date()));
      if (missed === null) continue;
      // Two workers that start together give the same id, and the second one is ignored.
      const id = `${schedule.name}-missed-${Date.parse(missed)}`;
      await this.enqueue(schedule.name, null, { id });
    }
  }

  private async startWorker(): Promise<JobWorker> {
    const { options, place, trouble } = this.parts;
    const worker = place.createWorker(this.processor(), {
      autorun: false,
      concurrency: CONCURRENCY[place.kind],
      lockDuration: LOCK_MS,
    });
    worker.on('error', (error) => {
      trouble.report(error);
    });
    worker.on('active', () => {
      trouble.recovered();
    });
    worker.on('drained', () => {
      trouble.recovered();
    });
    worker.on('failed', (job, error) => {
      options.onError(new JobFailed(job?.name ?? '?', job?.attemptsMade ?? 0, error));
    });
    await worker.waitUntilReady();
    worker.run().catch((error: unknown) => {
      trouble.report(error);
    });
    return worker;
  }

  private processor(): JobProcessor {
    const { database, handlers } = this.parts.options;
    return ({ id = '', name, data, attemptsMade }) => {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`No handler for the job ${name}`);
      return recordOutcome(database, handler, { id, name, input: data, attempt: attemptsMade + 1 });
    };
  }

  private jobOptions(): Omit<
    QueuedJobOptions,
    'jobId' | 'repeat' | 'delay' | 'deduplication' | 'debounce'
  > {
    const { attempts, delayMs } = this.parts.options.retry ?? DEFAULT_RETRY;
    return {
      attempts,
      backoff: { type: 'exponential', delay: delayMs },
      removeOnComplete: KEPT_JOBS,
      removeOnFail: KEPT_JOBS,
    };
  }

  private async letGo(): Promise<void> {
    this.parts.place.stopReconnecting();
    await this.look.stop();
    await this.worker?.close();
    await this.parts.queue.close();
    await this.parts.place.close();
  }
}
