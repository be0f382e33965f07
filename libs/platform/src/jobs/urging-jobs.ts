import type { Call, OpenedApplication } from '@thidua/application';
import type { JobResult, JobTry } from '@thidua/jobs';
import { instantOf } from '@thidua/kernel';
import { randomUUID } from 'node:crypto';

/** A job asks for itself: its id is its correlation id. */
const callOf = ({ id }: JobTry): Call => {
  const commandId = randomUUID();
  return {
    commandId,
    correlationId: `job-${id}`,
    causationId: commandId,
    actor: { kind: 'system' },
    occurredAt: instantOf(new Date()),
    expectedRevision: null,
  };
};

/** Running it twice tells nothing twice: what was told is in the log. */
export async function lookOnce(
  { commands }: Pick<OpenedApplication, 'commands'>,
  job: JobTry,
): Promise<JobResult> {
  const { on, isWorkingDay, taskCount, told, briefings, unheld, failed } =
    await commands.lookAtTimers({}, callOf(job));
  const summary = {
    on,
    isWorkingDay,
    taskCount,
    toldCount: told.length,
    briefingCount: briefings.length,
    unheldCount: unheld.length,
    failed: failed.map(({ taskId }) => taskId),
  };
  return { ok: failed.length === 0, summary };
}

/** Numbers only: what a mail server says names addresses. A server that is away is a finding; the next minute tries again. */
export async function sendMailOnce(
  { commands }: Pick<OpenedApplication, 'commands'>,
  job: JobTry,
): Promise<JobResult> {
  const { delivery } = await commands.deliverMail({}, callOf(job));
  return { ok: delivery?.away == null, summary: delivery === null ? null : { ...delivery } };
}
