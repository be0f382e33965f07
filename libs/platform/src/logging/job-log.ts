import type { JobHandler } from '@thidua/jobs';
import type { Logger } from 'pino';

/** The same handler, with one line for each finished try. The job's id is its correlation id: nobody asked for it. */
export const loggedJob =
  (log: Logger, handler: JobHandler): JobHandler =>
  async (job) => {
    const began = performance.now();
    const line = { job: job.name, correlationId: `job-${job.id}`, attempt: job.attempt };
    const durationMs = (): number => Math.round(performance.now() - began);
    try {
      const result = await handler(job);
      const level = result.ok ? 'info' : 'warn';
      log[level]({ ...line, durationMs: durationMs(), ok: result.ok }, 'job');
      return result;
    } catch (error) {
      log.error({ ...line, durationMs: durationMs(), ok: false, err: error }, 'job');
      throw error;
    }
  };
