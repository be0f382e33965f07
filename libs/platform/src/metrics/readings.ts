import type { OpenedApplication, ProjectionHealthAnswer } from '@thidua/application';
import type { OutboxDepth } from '@thidua/mail';
import { lastOutcomes, type JobOutcome, type Jobs, type QueueDepth } from '@thidua/jobs';

/** What is read from the database and the queue at each scrape: the same in every process of an installation. */
export interface Readings extends ProjectionHealthAnswer {
  /** The last one of each job. */
  readonly outcomes: readonly JobOutcome[];
  /** Null where no jobs run in this process, or the queue does not answer. */
  readonly depth: QueueDepth | null;
  /** Null where mail is switched off. */
  readonly outbox: OutboxDepth | null;
}

/** @throws whatever the database says when it does not answer. */
export async function takeReadings(
  application: Pick<OpenedApplication, 'queries' | 'database' | 'outboxDepth'>,
  jobs: Jobs | null,
): Promise<Readings> {
  const { queries, database } = application;
  return {
    ...(await queries.projectionHealth({})),
    outcomes: [...(await lastOutcomes(database)).values()],
    depth: jobs === null ? null : await jobs.depth().catch(() => null),
    outbox: await application.outboxDepth(),
  };
}
