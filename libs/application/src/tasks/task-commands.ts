import { invariant, localDateOf, streamName, type TaskId } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import {
  openTaskCommands,
  taskDecider,
  taskEvents,
  type TaskCommand,
  type TaskContext,
} from '@thidua/task';
import { defaultFlow, findDefinition, type WorkflowDefinition } from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { foldStream } from '../calls/fold-stream';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
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
  { taskId, command, begunUnder = defaultFlow }: TaskCommandRun,
  call: Call,
): Promise<CommandOutcome> {
  const directory = await parts.directory.current();
  return parts.runner.run(
    { decider: taskDecider, events: taskEvents },
    {
      id: taskId,
      command,
      call,
      contextOf: (state) => contextOf(directory, state?.assignment.workflow ?? begunUnder, call),
    },
  );
}

/**
 * Nothing when the task would take the command as it stands; for acts on many tasks, which are looked at before the first
 * is written.
 * @throws CommandRejected as the command itself would.
 */
export async function requireTaskDecision(
  parts: ApplicationParts,
  { taskId, command, begunUnder = defaultFlow }: TaskCommandRun,
  call: Call,
): Promise<void> {
  const directory = await parts.directory.current();
  const history = await parts.store.readStream(streamName(taskDecider.category, taskId));
  const state = foldStream(taskDecider, history);
  const context = contextOf(directory, state?.assignment.workflow ?? begunUnder, call);
  taskDecider.decide(command, state, context);
}

export interface TaskCommandRun {
  readonly taskId: TaskId;
  readonly command: TaskCommand;
  readonly begunUnder?: PinnedFlow;
}

type PinnedFlow = Pick<WorkflowDefinition, 'id' | 'version'>;

function contextOf(directory: Directory, pinned: PinnedFlow, call: Call): TaskContext {
  const on = localDateOf(call.occurredAt);
  const workflow = findDefinition(pinned.id, pinned.version);
  invariant(workflow, `workflow definition ${pinned.id} version ${pinned.version} is shipped`);
  return {
    actor: actorFactsOf(directory, call.actor, on),
    on,
    workflow,
    officeUnitIds: directory.officeUnitIds(on),
    knownUnitIds: new Set(directory.unitsOn(on).map(({ unitId }) => unitId)),
    knownPersonIds: directory.personIds,
  };
}
