import { streamName, type LocalDate } from '@thidua/kernel';
import { deadlineHistory, deadlineInWords, taskDecider, type DeadlineChange } from '@thidua/task';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { foldStream } from '../calls/fold-stream';
import { resolveTask } from './resolve-task';

export interface TaskDeadlineAnswer extends AnswerHeader {
  readonly taskId: string;
  readonly no: string;
  readonly title: string;
  /** The due date in force; null when the task has none. */
  readonly dueOn: LocalDate | null;
  /** From the plan's own due date to the one in force, each with its events and in words. */
  readonly changes: readonly (DeadlineChange & { readonly says: string })[];
}

/**
 * How the deadline in force came about. It is read from the task's own stream, so it holds everything recorded before
 * the question; `position` is that of the task's last event.
 * @throws CommandRejected TASK_NOT_FOUND, TASK_NUMBER_AMBIGUOUS.
 */
export async function taskDeadline(
  parts: ApplicationParts,
  { task: written, after }: AfterInput & { readonly task: string },
): Promise<TaskDeadlineAnswer> {
  const taskId = await resolveTask(parts, written, { after });
  const stream = await parts.store.readStream(streamName(taskDecider.category, taskId));
  const task = foldStream(taskDecider, stream);
  const last = stream.at(-1);
  if (task === null || last === undefined) return rejectCall('TASK_NOT_FOUND', { task: written });
  return {
    position: last.position.toString(),
    caughtUp: true,
    taskId,
    no: task.assignment.no,
    title: task.title,
    dueOn: task.dueOn,
    changes: deadlineHistory(stream).map((change) => ({
      ...change,
      says: deadlineInWords(change),
    })),
  };
}
