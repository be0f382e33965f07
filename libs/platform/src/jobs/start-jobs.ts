import type { OpenedApplication } from '@thidua/application';
import { checkReadModels, openJobs, type JobResult, type Jobs } from '@thidua/jobs';
import { pino } from 'pino';
import type { Settings } from '../config/environment';

/**
 * Runs the product's jobs in this process until the application closes, which waits for the job in flight.
 * @throws JobQueueUnreachable
 */
export async function startJobs(
  application: OpenedApplication,
  settings: Pick<Settings, 'redisUrl' | 'logLevel'>,
): Promise<Jobs> {
  const log = pino({ name: 'jobs', level: settings.logLevel }, process.stderr);
  const jobs = await openJobs({
    redisUrl: settings.redisUrl,
    database: application.database,
    schedules: [checkReadModels],
    handlers: { [checkReadModels.name]: () => checkEveryReadModel(application) },
    onError: (error) => {
      log.error({ err: error }, error.message);
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
