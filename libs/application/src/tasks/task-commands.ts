import {
  invariant,
  localDateOf,
  streamName,
  type RecordedEvent,
  type TaskId,
} from '@thidua/kernel';
import {
  openTaskCommands,
  taskDecider,
  taskEvents,
  type TaskCommand,
  type TaskContext,
  type TaskState,
} from '@thidua/task';
import { defaultFlow, type DefinitionBook, type WorkflowDefinition } from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { foldStream } from '../calls/fold-stream';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { findOtherTask, namedThings } from './named-things';
import { resolveTask } from './resolve-task';

export interface TaskCommandInput {
  /** Task id, or a number such as `2.3.a` where only one plan has it. */
  readonly task: string;
  /** Name in the vocabulary, e.g. `ReportProgress`. */
  readonly command: string;
  readonly data: unknown;
}

export async function taskCommand(
  parts: ApplicationParts,
  { task, command: name, data }: TaskCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(openTaskCommands, name, data);
  return runTaskCommand(parts, { taskId: await resolveTask(parts, task), command }, call);
}

/**
 * A task command that is known to be well formed: from this application itself, or already read.
 * @param begunUnder the flow of a task that begins; a running task stays pinned to its own.
 */
export async function runTaskCommand(
  parts: ApplicationParts,
  { taskId, command, begunUnder }: TaskCommandRun,
  call: Call,
): Promise<CommandOutcome> {
  const contextOf = await taskContext(parts, { command, begunUnder }, call);
  return parts.runner.run(
    { decider: taskDecider, events: taskEvents },
    { id: taskId, command, call, contextOf },
  );
}

/**
 * Nothing when the task would take the command as it stands; for acts on many tasks, which are looked at before the first
 * is written.
 * @throws CommandRejected as the command itself would.
 */
export async function requireTaskDecision(
  parts: ApplicationParts,
  { taskId, command, begunUnder }: TaskCommandRun,
  call: Call,
): Promise<void> {
  const contextOf = await taskContext(parts, { command, begunUnder }, call);
  const history = await parts.store.readStream(streamName(taskDecider.category, taskId));
  const state = foldStream(taskDecider, history);
  taskDecider.decide(command, state, contextOf(state, history));
}

/** Looks up what a decision needs; the rest follows from the task as it stands. */
async function taskContext(
  parts: ApplicationParts,
  { command, begunUnder }: Omit<TaskCommandRun, 'taskId'>,
  call: Call,
): Promise<(state: TaskState, history: readonly RecordedEvent[]) => TaskContext> {
  const [directory, book, calendar, otherTask] = await Promise.all([
    parts.directory.current(),
    parts.definitions.current(),
    countsDays(command) ? parts.calendar.current().then((known) => known.calendar) : null,
    findOtherTask(parts, command),
  ]);
  const on = localDateOf(call.occurredAt);
  const known = {
    actor: actorFactsOf(directory, call.actor, on),
    on,
    officeUnitIds: directory.officeUnitIds(on),
    knownUnitIds: new Set(directory.unitsOn(on).map(({ unitId }) => unitId)),
    knownPersonIds: directory.personIds,
    calendar,
  };
  return (state, history) => ({
    ...known,
    workflow: pinnedWorkflow(book, flowFor(command, state) ?? begunUnder ?? defaultFlow),
    ...targetOf(book, command),
    named: namedThings(command, { directory, on, otherTask, history }),
  });
}

export interface TaskCommandRun {
  readonly taskId: TaskId;
  readonly command: TaskCommand;
  readonly begunUnder?: PinnedFlow | undefined;
}

type PinnedFlow = Pick<WorkflowDefinition, 'id' | 'version'>;

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
