import { localDateOf, type TaskId } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import {
  taskCommands,
  taskDecider,
  taskEvents,
  type TaskCommand,
  type TaskContext,
  type TaskState,
} from '@thidua/task';
import { defaultFlow, findDefinition, type WorkflowDefinition } from '@thidua/workflow';
import { invariant } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
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

/** Commands from outside; a task begins only by the issue of its plan. */
const { AssignTask: _begins, ...openCommands } = taskCommands;

export async function taskCommand(
  parts: ApplicationParts,
  { task, command: name, data }: TaskCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand<TaskCommand>(openCommands, name, data);
  return runTaskCommand(parts, await resolveTask(parts, task), command, call);
}

/** A task command that is known to be well formed: from this application itself, or already read. */
export async function runTaskCommand(
  parts: ApplicationParts,
  taskId: TaskId,
  command: TaskCommand,
  call: Call,
): Promise<CommandOutcome> {
  const directory = await parts.directory.current();
  return parts.runner.run(
    { decider: taskDecider, events: taskEvents },
    {
      id: taskId,
      command,
      call,
      contextOf: (state) => {
        if (state === null && command.type !== 'AssignTask')
          rejectCall('TASK_NOT_FOUND', { task: taskId });
        return contextOf(directory, state, command, call);
      },
    },
  );
}

function contextOf(
  directory: Directory,
  state: TaskState,
  command: TaskCommand,
  call: Call,
): TaskContext {
  const on = localDateOf(call.occurredAt);
  const units = directory.unitsOn(on);
  return {
    actor: actorFactsOf(directory, call.actor, on),
    on,
    workflow: definitionOf(state, command),
    officeUnitIds: directory.officeUnitIds(on),
    knownUnitIds: new Set(units.map(({ unitId }) => unitId)),
    knownPersonIds: { has: (personId) => directory.knowsPerson(personId) } as ReadonlySet<string>,
  };
}

/** A running task stays pinned to the flow it was assigned under. */
function definitionOf(state: TaskState, command: TaskCommand): WorkflowDefinition {
  const pinned =
    command.type === 'AssignTask'
      ? command.data.workflow
      : (state?.assignment.workflow ?? defaultFlow);
  const definition = findDefinition(pinned.id, pinned.version);
  invariant(definition, `workflow definition ${pinned.id} version ${pinned.version} is shipped`);
  return definition;
}
