import type { Job, Processor, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq';
import type { Json } from '@thidua/kernel';
import type { JobResult, QueueKind } from '../jobs';

export type QueuedJob = Job<Json, JobResult>;
export type JobProcessor = Processor<Json, JobResult>;

/** What the product uses of a BullMQ queue, whichever backend it was built on. */
export interface JobQueue extends Pick<
  Queue<Json, JobResult>,
  | 'add'
  | 'upsertJobScheduler'
  | 'removeJobScheduler'
  | 'getJobScheduler'
  | 'getJobSchedulers'
  | 'getJobCounts'
  | 'waitUntilReady'
  | 'close'
> {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What the product uses of a BullMQ worker. */
export interface JobWorker extends Pick<
  Worker<Json, JobResult>,
  'run' | 'waitUntilReady' | 'close'
> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'active' | 'drained', listener: () => void): unknown;
  on(event: 'failed', listener: (job: QueuedJob | undefined, error: Error) => void): unknown;
}

/** The queue's name within its place. */
export const QUEUE_NAME = 'jobs';

/** A place that holds the queue, connected. */
export interface QueuePlace {
  readonly kind: QueueKind;
  createQueue(options: Omit<QueueOptions, 'connection'>): JobQueue;
  createWorker(process: JobProcessor, options: Omit<WorkerOptions, 'connection'>): JobWorker;
  /** From now on a lost connection is not sought again: closing must not wait for a server that is away. */
  stopReconnecting(): void;
  /** Lets go of what the queue and the worker stood on; call it after closing them. */
  close(): Promise<void>;
}

export interface PlaceListener {
  readonly onTrouble: (error: Error) => void;
  readonly onRecovered: () => void;
}
