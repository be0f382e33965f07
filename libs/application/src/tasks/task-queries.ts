import { localDateOf, streamName } from '@thidua/kernel';
import {
  getTask,
  listTasksByNumber,
  taskBoard as board,
  type BoardTask,
} from '@thidua/projections';
import { taskDecider } from '@thidua/task';
import {
  availableCommands,
  ROLES,
  type DefinitionBook,
  type Label,
  type Role,
} from '@thidua/workflow';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { rejectCall } from '../calls/call-errors';
import { readDay } from '../calls/read-day';
import { resolveUnit } from '../organisation/resolve-unit';
import { resolveTask } from './resolve-task';

const EVERY_ROLE: ReadonlySet<Role> = new Set(ROLES);

export interface TaskBoardInput extends AfterInput {
  readonly unit?: string | undefined;
  readonly plan?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: string | undefined;
  readonly text?: string | undefined;
  readonly overdueOn?: string | undefined;
  /** True: only tasks that are still owed or wait; false: only those that ended. */
  readonly open?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A task with the name its flow gives to its state; null when this process does not know the flow yet. */
export type TaskInWords = BoardTask & { readonly stateLabel: Label | null };

function inWords(book: DefinitionBook, task: BoardTask): TaskInWords {
  const known = book.find(task.workflowId, task.workflowVersion);
  const state = known?.definition.states.find(({ name }) => name === task.state);
  return { ...task, stateLabel: state?.label ?? null };
}

export interface TaskBoardAnswer extends AnswerHeader {
  readonly tasks: readonly TaskInWords[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
}

export async function taskBoard(
  parts: ApplicationParts,
  input: TaskBoardInput,
): Promise<TaskBoardAnswer> {
  const directory = await parts.directory.current();
  const book = await parts.definitions.current();
  const today = localDateOf(parts.now());
  const filter = {
    leadUnitId:
      input.unit === undefined ? undefined : resolveUnit(directory, input.unit, today).unitId,
    planId: input.plan,
    year: input.year,
    state: input.state,
    titleContains: input.text,
    overdueOn: input.overdueOn === undefined ? undefined : readDay('overdueOn', input.overdueOn),
    phases: phasesOf(input.open),
  };
  return answer(parts, board, input.after, async (reader) => {
    const { items, next } = await listTasksByNumber(reader, filter, {
      after: input.cursor ?? null,
      ...(input.limit === undefined ? {} : { limit: input.limit }),
    });
    return { tasks: items.map((item) => inWords(book, item)), next };
  });
}

function phasesOf(
  open: boolean | undefined,
): readonly ('open' | 'waiting' | 'reported' | 'done' | 'outside')[] | undefined {
  if (open === undefined) return undefined;
  return open ? ['open', 'waiting', 'reported'] : ['done', 'outside'];
}

export interface TaskAnswer extends AnswerHeader {
  readonly task: TaskInWords;
  /** Last revision of the task's stream, for If-Match. */
  readonly revision: number;
  /** Steps the flow offers from this state, whoever takes them. */
  readonly steps: readonly string[];
}

export async function task(
  parts: ApplicationParts,
  input: AfterInput & { readonly task: string },
): Promise<TaskAnswer> {
  const taskId = await resolveTask(parts, input.task, { after: input.after });
  const history = await parts.store.readStream(streamName(taskDecider.category, taskId));
  const revision = history.at(-1)?.revision;
  const book = await parts.definitions.current();
  return answer(parts, board, input.after, async (reader) => {
    const found = await getTask(reader, taskId);
    if (found === null || revision === undefined)
      return rejectCall('TASK_NOT_FOUND', { task: input.task });
    const known = book.find(found.workflowId, found.workflowVersion);
    return {
      task: inWords(book, found),
      revision,
      steps: known === null ? [] : availableCommands(known.definition, found.state, EVERY_ROLE),
    };
  });
}
