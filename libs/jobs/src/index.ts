export { JobFailed, JobQueueUnreachable } from './job-errors';
export type {
  JobHandler,
  JobOutcome,
  JobResult,
  Jobs,
  JobsHealth,
  JobsOptions,
  JobTry,
  QueueDepth,
  QueueKind,
  RetryPolicy,
  Schedule,
} from './jobs';
export { checkReadModels, tidyTables } from './nightly-schedules';
export { openJobs } from './open-jobs';
export { lookAtTimers, sendMail } from './urging-schedules';
export { lastOutcomes } from './outcomes/outcome-table';
