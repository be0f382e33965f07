import { streamName, type TaskId } from '@thidua/kernel';
import { openTaskCommands, taskDecider, taskEvents } from '@thidua/task';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import type { Settled } from '../calls/command-runner';
import { foldStream } from '../calls/fold-stream';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { needsHistory } from './named-things';
import { resolveTask } from './resolve-task';
import { taskContext, taskGround, type TaskAct, type TaskGround } from './task-ground';

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

/** A task command that is known to be well formed: from this application itself, or already read. */
export async function runTaskCommand(
  parts: ApplicationParts,
  { taskId, ...act }: TaskCommandRun,
  call: Call,
): Promise<CommandOutcome> {
  const ground = await taskGround(parts, [act.command]);
  return parts.runner.run(taskAggregate, requestOn(ground, { taskId, ...act }, call));
}

/**
 * Commands for one task in their order; each is answered for itself.
 * @throws what is no refusal; the commands after it were not tried.
 */
export const runTaskCommandsInOrder = (
  { runner }: Pick<ApplicationParts, 'runner'>,
  ground: TaskGround,
  runs: readonly [TaskCommandCall, ...TaskCommandCall[]],
): Promise<readonly Settled[]> =>
  runner.runInOrder(
    taskAggregate,
    runs[0].taskId,
    runs.map(({ call, ...run }) => requestOn(ground, run, call)),
  );

const taskAggregate = { decider: taskDecider, events: taskEvents, keepsStates: true };

const requestOn = (ground: TaskGround, { taskId, ...act }: TaskCommandRun, call: Call) => ({
  ...{ id: taskId, command: act.command, call },
  needsHistory: needsHistory(act.command),
  contextOf: taskContext(ground, act, call),
});

/**
 * Nothing when the task would take the command as it stands; for acts on many tasks, which are looked at before the first
 * is written.
 * @throws CommandRejected as the command itself would.
 */
export async function requireTaskDecision(
  parts: ApplicationParts,
  { taskId, ...act }: TaskCommandRun,
  call: Call,
): Promise<void> {
  const contextOf = taskContext(await taskGround(parts, [act.command]), act, call);
  const history = await parts.store.readStream(streamName(taskDecider.category, taskId));
  const state = foldStream(taskDecider, history);
  taskDecider.decide(act.command, state, contextOf(state, history));
}

export interface TaskCommandRun extends TaskAct {
  readonly taskId: TaskId;
}

export interface TaskCommandCall extends TaskCommandRun {
  readonly call: Call;
}
