import type { Database } from '@thidua/database';
import { instantOf } from '@thidua/kernel';
import { messageOf } from '../job-errors';
import type { JobHandler, JobResult, JobTry } from '../jobs';
import { keepOutcome } from './outcome-table';

/** Runs one try and keeps what came of it in SQL; a handler that throws is kept as a failure and throws on. */
export async function recordOutcome(
  database: Database,
  handler: JobHandler,
  job: JobTry,
): Promise<JobResult> {
  const startedAt = instantOf(new Date());
  const keep = (result: JobResult): Promise<void> =>
    keepOutcome(database, {
      name: job.name,
      startedAt,
      finishedAt: instantOf(new Date()),
      ...result,
    });
  let result: JobResult;
  try {
    result = await handler(job);
  } catch (error) {
    // When not even the failure can be kept, the handler's own error is still the one worth telling.
    await keep({ ok: false, summary: { error: messageOf(error), attempt: job.attempt } }).catch(
      () => undefined,
    );
    throw error;
  }
  await keep(result);
  return result;
}
