import { CommandRejected, streamName, type TaskId } from '@thidua/kernel';
import { taskDecider, type Task } from '@thidua/task';
import { dueActs, type DueAct } from '@thidua/urging';
import type { TimerDefinition } from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { derivedId } from '../calls/derived-call';
import { foldStream } from '../calls/fold-stream';
import { runTaskCommand } from '../tasks/task-commands';
import type { LookGround } from './look-ground';
import { actKey, addressed, isTold, timerCommand, type AddressedAct } from './timer-command';

type Label = TimerDefinition['label'];

/** One thing a look made known. */
export interface ToldAct {
  readonly taskId: TaskId;
  readonly does: 'remind' | 'escalate' | 'openPeriod';
  /** Name of the timer, or the period. */
  readonly name: string;
  /** The name in words, as the flow has it. */
  readonly label: Label;
  readonly forOn: string;
  readonly personIds: readonly string[];
  readonly eventId: string;
}

export interface TaskLook {
  readonly told: readonly ToldAct[];
  /** Due, but nobody holds a role of the ladder: told once somebody does. */
  readonly unheld: readonly { readonly taskId: TaskId; readonly name: string }[];
  /** Position of the last event written; null when none was. */
  readonly position: string | null;
}

/** Codes by which a command says that somebody else did it meanwhile, or that it is no longer due. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'TIMER_STALE',
  'TIMER_UNKNOWN',
  'PERIOD_ALREADY_COVERED',
  'PERIOD_NOT_OF_SERIES',
  'TASK_CARRIED_OVER',
  // The same command with other people in it: another look told those who held the role then.
  'COMMAND_ID_REUSED',
]);

/** The task from its own stream, so that no lagging read model decides what is due; null when there is none. */
export async function loadTask({ store }: ApplicationParts, taskId: TaskId): Promise<Task | null> {
  return foldStream(taskDecider, await store.readStream(streamName(taskDecider.category, taskId)));
}

/** Makes known what is due for one task. Repeating it, also at the same time elsewhere, makes nothing known twice. */
export async function lookAtTask(
  parts: ApplicationParts,
  taskId: TaskId,
  ground: LookGround,
  call: Call,
): Promise<TaskLook> {
  const { calendar, on, office } = ground;
  const task = await loadTask(parts, taskId);
  const workflow = task === null ? null : ground.flowOf(task.workflow);
  if (task === null || workflow === null) return { told: [], unheld: [], position: null };
  const acts = dueActs(task, { calendar, workflow, on }).map((act) => addressed(act, task, office));
  const told: ToldAct[] = [];
  let position: string | null = null;
  for (const act of acts.filter(isTold)) {
    const written = await tell(parts, taskId, act, call);
    position = written?.position ?? position;
    if (written !== null) told.push(written.told);
  }
  const unheld = acts
    .filter((act) => !isTold(act))
    .map(({ act }) => ({ taskId, name: actKey(act)[0] }));
  return { told, unheld, position };
}

const doesOf = (act: DueAct): ToldAct['does'] =>
  act.kind === 'period' ? 'openPeriod' : act.timer.does;

const labelOf = (act: DueAct): Label =>
  act.kind === 'period' ? { vi: `Kỳ ${act.period}`, en: `Period ${act.period}` } : act.timer.label;

async function tell(
  parts: ApplicationParts,
  taskId: TaskId,
  act: AddressedAct,
  call: Call,
): Promise<{ readonly told: ToldAct; readonly position: string | null } | null> {
  const [name, day] = actKey(act.act);
  const asked: Call = {
    ...call,
    commandId: derivedId('timers', taskId, name, day),
    causationId: call.commandId,
    expectedRevision: null,
  };
  try {
    const command = timerCommand(act);
    const { events, position, repeated } = await runTaskCommand(parts, { taskId, command }, asked);
    const event = events[0];
    if (event === undefined || repeated) return null;
    const { personIds } = act;
    const { forOn } = act.act;
    const label = labelOf(act.act);
    const about = { taskId, does: doesOf(act.act), name, label };
    const told = { ...about, forOn, personIds, eventId: event.id };
    return { told, position };
  } catch (error) {
    if (error instanceof CommandRejected && OVERTAKEN.has(error.code)) return null;
    throw error;
  }
}
