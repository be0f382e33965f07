import type { HealthAnswer } from '@thidua/application';
import type { JobOutcome, JobsHealth } from '@thidua/jobs';
import { notice, type Notice, type NoticeCode } from './notices';

/** A job in the overview: what its last try found is told without the details, which may name people's work. */
export interface JobReport {
  readonly name: string;
  /** Null where no jobs run in this process, and when the queue does not know. */
  readonly nextRunAt: string | null;
  readonly lastOutcome: Pick<JobOutcome, 'ok' | 'startedAt' | 'finishedAt'> | null;
}

export interface ProcessReport {
  readonly role: 'api' | 'worker';
  /** UTC. */
  readonly startedAt: string;
  readonly isStopping: boolean;
}

/** The overview: `degraded` needs a look, `unavailable` means that nothing can be read or written now. */
export interface HealthReport {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly process: ProcessReport;
  /** Last position of the log, a decimal string; null when it cannot be read. */
  readonly head: string | null;
  readonly storage: HealthAnswer['storage'] | null;
  readonly log: HealthAnswer['log'] | null;
  /** Null where mail is switched off, and when it cannot be read. */
  readonly mail: HealthAnswer['mail'];
  readonly projections: HealthAnswer['projections'];
  readonly reactors: HealthAnswer['reactors'];
  readonly jobs: readonly JobReport[];
  readonly notices: readonly Notice[];
}

const PROJECTION_NOTICES: Readonly<Record<string, NoticeCode>> = {
  halted: 'PROJECTION_HALTED',
  troubled: 'PROJECTION_TROUBLED',
  parked: 'PROJECTION_PARKED',
};

/** What is wrong with the loops and jobs, in the order in which they are listed. */
export function noticesOf(
  health: Pick<HealthAnswer, 'projections' | 'reactors'>,
  jobs: readonly JobReport[],
  queueTrouble: string | null,
): readonly Notice[] {
  return [
    ...health.projections.flatMap(({ name, condition }) => {
      const code = PROJECTION_NOTICES[condition];
      return code === undefined ? [] : [notice(code, name)];
    }),
    ...health.reactors
      .filter(({ condition }) => condition !== 'well')
      .map(({ name }) => notice('REACTOR_TROUBLED', name)),
    ...(queueTrouble === null ? [] : [notice('QUEUE_TROUBLED')]),
    ...jobs
      .filter(({ lastOutcome }) => lastOutcome?.ok === false)
      .map(({ name }) => notice('JOB_NOT_OK', name)),
  ];
}

/** The jobs of this process by schedule and, where it runs none, those whose outcomes another one has kept. */
export function jobReports(
  health: JobsHealth | null,
  outcomes: ReadonlyMap<string, JobOutcome>,
): readonly JobReport[] {
  const scheduled = health?.jobs ?? [];
  const others = [...outcomes.values()]
    .filter(({ name }) => !scheduled.some((job) => job.name === name))
    .map((lastOutcome) => ({ name: lastOutcome.name, nextRunAt: null, lastOutcome }));
  return [...scheduled, ...others].map(({ name, nextRunAt, lastOutcome }) => ({
    name,
    nextRunAt,
    lastOutcome: lastOutcome === null ? null : withoutSummary(lastOutcome),
  }));
}

const withoutSummary = ({ ok, startedAt, finishedAt }: JobOutcome): JobReport['lastOutcome'] => ({
  ok,
  startedAt,
  finishedAt,
});
