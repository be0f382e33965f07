import type { OpenedApplication } from '@thidua/application';
import { tidyDatabase } from '@thidua/database';
import {
  checkReadModels,
  JobFailed,
  lookAtTimers,
  openJobs,
  sendMail,
  tidyTables,
  type JobResult,
  type Jobs,
} from '@thidua/jobs';
import type { Logger } from 'pino';
import type { Settings } from '../config/environment';
import { loggedJob } from '../logging/job-log';
import { lookOnce, sendMailOnce } from './urging-jobs';

/**
 * Runs the product's jobs in this process until the application closes, which waits for the job in flight.
 * @throws JobQueueUnreachable
 */
export async function startJobs(
  application: OpenedApplication,
  settings: Pick<Settings, 'redisUrl' | 'runTimers' | 'mail'>,
  log: Logger,
): Promise<Jobs> {
  const jobs = await openJobs({
    redisUrl: settings.redisUrl,
    database: application.database,
    schedules: [
      checkReadModels,
      tidyTables,
      ...(settings.runTimers ? [lookAtTimers] : []),
      ...(settings.mail === null ? [] : [sendMail]),
    ],
    handlers: {
      [checkReadModels.name]: loggedJob(log, () => checkEveryReadModel(application)),
      [tidyTables.name]: loggedJob(log, () => tidyEveryTable(application)),
      [lookAtTimers.name]: loggedJob(log, (job) => lookOnce(application, job)),
      [sendMail.name]: loggedJob(log, (job) => sendMailOnce(application, job)),
    },
    onError: (error) => {
      // A failing try has its own line, with the job it belongs to.
      if (!(error instanceof JobFailed)) log.error({ err: error }, 'job queue');
    },
  });
  application.beforeClose(() => jobs.close());
  await jobs.start();
  return jobs;
}

/** Changes nothing, so running it twice is harmless. */
async function checkEveryReadModel({ queries }: OpenedApplication): Promise<JobResult> {
  const { isEqual, checks } = await queries.projectionCheck({});
  const summary = checks.map(({ name, position, differenceCount }) => ({
    name,
    position,
    differenceCount,
  }));
  return { ok: isEqual, summary };
}

/** Tables that nobody tidies are a finding for whoever keeps the server. */
async function tidyEveryTable({ database }: OpenedApplication): Promise<JobResult> {
  const tidied = await tidyDatabase(database);
  return { ok: tidied.by === 'thisProcess' || tidied.isOn, summary: tidied };
}
