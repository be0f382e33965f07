import type { Database } from '@thidua/database';
import type { Instant, Json } from '@thidua/kernel';

/** When a job is to run by itself. Put back at every start and wherever it is missed, so the queue may be wiped. */
export interface Schedule {
  /** The name of the job and of its handler; one schedule per job. */
  readonly name: string;
  /** Cron with five fields (minute, hour, day, month, weekday), read in Asia/Ho_Chi_Minh. */
  readonly cron: string;
}

/** One try of a job. */
export interface JobTry {
  /** The job's id in the queue, the same for every try of it. */
  readonly id: string;
  readonly name: string;
  /** What was given to `enqueue`; null for a scheduled run. */
  readonly input: Json;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** What a finished try found. `ok` false is a finding for a person, not a fault: it is kept, and not tried again. */
export interface JobResult {
  readonly ok: boolean;
  readonly summary: Json;
}

/**
 * The work of a job. A worker that dies in the middle makes it run again, and so does a wiped queue: running twice must
 * do no more than running once. A handler that throws is tried again after a pause that doubles.
 */
export type JobHandler = (job: JobTry) => Promise<JobResult>;

/** A finished try as it is kept in SQL. */
export interface JobOutcome extends JobResult {
  readonly name: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

export interface JobsOptions {
  /** Redis that holds the queue; null keeps it in the database. */
  readonly redisUrl: string | null;
  readonly database: Database;
  readonly schedules: readonly Schedule[];
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Told of each failing try, and of a fault of the queue once until it has recovered. */
  readonly onError: (error: Error) => void;
  /** Keeps several installations on one Redis apart; `thidua-` and the database's name unless told otherwise. */
  readonly prefix?: string;
  readonly retry?: RetryPolicy;
  /** How often a working process looks whether the queue still has its schedules, in milliseconds; else a minute. */
  readonly lookMs?: number;
}

export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubles before each further one. */
  readonly delayMs: number;
}

export interface JobsHealth {
  readonly backend: QueueKind;
  /** The last fault of the queue that has not passed; null when it answers. */
  readonly trouble: string | null;
  readonly jobs: readonly {
    readonly name: string;
    /** Null when the queue does not answer or holds no such schedule. */
    readonly nextRunAt: Instant | null;
    /** Null when the job has never finished. */
    readonly lastOutcome: JobOutcome | null;
  }[];
}

/** Where the jobs wait: Redis, a PostgreSQL server, or the PostgreSQL inside this process. */
export type QueueKind = 'redis' | 'postgres' | 'pglite';

/** The queue of the product, the same on every backend. */
export interface Jobs {
  /** Puts the schedules back, catches up on a run that was missed, and begins to work. */
  start(): Promise<void>;
  /**
   * Gives a job to whichever worker is free. Fails at once when the queue is out of reach. A second job under the same
   * `id` is ignored while the first one is still known to the queue.
   */
  enqueue(name: string, input: Json, options?: { readonly id?: string }): Promise<void>;
  /** Takes no further job, waits for the ones in flight, and lets go of the queue. May be called twice. */
  close(): Promise<void>;
  health(): Promise<JobsHealth>;
  /** How many jobs the queue holds, by their state. @throws when the queue is out of reach. */
  depth(): Promise<QueueDepth>;
}

export interface QueueDepth {
  readonly queue: string;
  /** Jobs that are ready for a worker. */
  readonly waiting: number;
  readonly active: number;
  /** Jobs that are due later: the next run of a schedule, and the next try of a job that failed. */
  readonly delayed: number;
  /** Jobs whose tries are used up, as far as the queue still remembers them. */
  readonly failed: number;
}
