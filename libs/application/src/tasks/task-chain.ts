import type { TaskId } from '@thidua/kernel';
import { getTask, taskBoard as board, type BoardTask } from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { rejectCall } from '../calls/call-errors';
import { resolveTask } from './resolve-task';

type Link = Pick<
  BoardTask,
  | 'key'
  | 'planId'
  | 'year'
  | 'no'
  | 'title'
  | 'state'
  | 'completedOn'
  | 'assignedOn'
  | 'dueOriginalOn'
> & {
  /** Tasks of earlier plans that went on as this one. */
  readonly predecessorIds: readonly TaskId[];
  /** The task of a later plan in which this one goes on; null for the last of the chain. */
  readonly carriedOverTo: TaskId | null;
};

export interface TaskChainAnswer extends AnswerHeader {
  /** Every task of the chain, the earliest year first. */
  readonly chain: readonly Link[];
}

const linkOf = (task: BoardTask): Link => ({
  key: task.key,
  planId: task.planId,
  year: task.year,
  no: task.no,
  title: task.title,
  state: task.state,
  assignedOn: task.assignedOn,
  dueOriginalOn: task.dueOriginalOn,
  completedOn: task.completedOn,
  predecessorIds: task.predecessorIds,
  carriedOverTo: task.carriedOverTo,
});

const inOrder = (one: Link, other: Link): number =>
  one.year - other.year || (one.key < other.key ? -1 : 1);

/** The same work over the years: where a task comes from and in which task of a later plan it goes on. */
export async function taskChain(
  parts: ApplicationParts,
  input: AfterInput & { readonly task: string },
): Promise<TaskChainAnswer> {
  const taskId = await resolveTask(parts, input.task, { after: input.after });
  return answer(parts, board, input.after, async (reader) => {
    const found = new Map<TaskId, Link>();
    const open: TaskId[] = [taskId];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      const task = await getTask(reader, next);
      if (task === null) continue;
      found.set(next, linkOf(task));
      open.push(...task.predecessorIds);
      if (task.carriedOverTo !== null) open.push(task.carriedOverTo);
    }
    if (!found.has(taskId)) return rejectCall('TASK_NOT_FOUND', { task: input.task });
    return { chain: [...found.values()].sort(inOrder) };
  });
}
