import type { WorkingCalendar } from '@thidua/calendar';
import { invariant, localDateOf } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { NamedThings, TaskCommand, TaskContext, TaskState } from '@thidua/task';
import { defaultFlow, type DefinitionBook, type WorkflowDefinition } from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import type { PastEvent } from '../calls/stream-place';
import { actorFactsOf } from '../organisation/directory-source';
import { unitsOfDay } from '../organisation/units-of-day';
import { findOtherTask, namedThings, namesOtherTask } from './named-things';

/** What decisions about tasks rest on beside the task itself, as the log has it. */
export interface TaskGround {
  readonly directory: Directory;
  readonly book: DefinitionBook;
  /** Null where no command counts days. */
  readonly calendar: WorkingCalendar | null;
  /** How the other task was assigned, for each command that names one. */
  readonly otherTasks: ReadonlyMap<TaskCommand, NamedThings['otherTask']>;
}

type PinnedFlow = Pick<WorkflowDefinition, 'id' | 'version'>;

export interface TaskAct {
  readonly command: TaskCommand;
  /** The flow of a task that begins; a running task stays pinned to its own. */
  readonly begunUnder?: PinnedFlow | undefined;
}

/** Looked up once for all commands that arrive together; everything recorded before they came is in it. */
export async function taskGround(
  parts: ApplicationParts,
  commands: readonly TaskCommand[],
): Promise<TaskGround> {
  const [directory, book, calendar, otherTasks] = await Promise.all([
    parts.directory.current(),
    parts.definitions.current(),
    commands.some(countsDays) ? parts.calendar.current().then((known) => known.calendar) : null,
    otherTasksOf(parts, commands),
  ]);
  return { directory, book, calendar, otherTasks };
}

async function otherTasksOf(
  parts: ApplicationParts,
  commands: readonly TaskCommand[],
): Promise<TaskGround['otherTasks']> {
  const naming = commands.filter(namesOtherTask);
  const found = await Promise.all(naming.map((command) => findOtherTask(parts, command)));
  return new Map(naming.map((command, index) => [command, found[index] ?? null]));
}

/**
 * The facts one decision is given, once the task as it stands is known.
 * @throws CommandRejected when the directory knows no such actor on that day.
 */
export function taskContext(
  { directory, book, calendar, otherTasks }: TaskGround,
  { command, begunUnder }: TaskAct,
  call: Call,
): (state: TaskState, history: readonly PastEvent[]) => TaskContext {
  return (state, history) => {
    const on = localDateOf(call.occurredAt);
    return {
      actor: actorFactsOf(directory, call.actor, on),
      on,
      ...unitsOfDay(directory, on),
      knownPersonIds: directory.personIds,
      calendar,
      workflow: pinnedWorkflow(book, flowFor(command, state) ?? begunUnder ?? defaultFlow),
      ...targetOf(book, command),
      named: namedThings(command, {
        ...{ directory, on, history },
        otherTask: otherTasks.get(command) ?? null,
      }),
    };
  };
}

/** An assignment said again is compared with what was assigned, wherever the task has moved since. */
const flowFor = ({ type }: TaskCommand, state: TaskState): PinnedFlow | null =>
  (type === 'AssignTask' ? state?.assignment.workflow : state?.workflow) ?? null;

function pinnedWorkflow(book: DefinitionBook, { id, version }: PinnedFlow): WorkflowDefinition {
  const known = book.find(id, version);
  invariant(known, `workflow definition ${id} version ${version} is shipped or published`);
  return known.definition;
}

function targetOf(book: DefinitionBook, command: TaskCommand): Pick<TaskContext, 'target'> {
  if (command.type !== 'MigrateTask') return {};
  const { id, version } = command.data.to;
  return { target: book.find(id, version) };
}

/** Most commands count no days and need not wait for the calendar. */
const countsDays = ({ data }: TaskCommand): boolean => 'dueIn' in data && data.dueIn !== null;
