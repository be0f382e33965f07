import { invariant, monthOf } from '@thidua/kernel';
import type { TimerDefinition } from '@thidua/workflow';
import { phaseOf } from '../rules/phase-of';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import type { Decisions } from './decisions';

type Strike = Pick<Asked<'SendReminder'>, 'timer' | 'countedFrom' | 'forOn' | 'unitIds'>;

/** Timers are the system's own: a person urges by `RemindLeadUnit`. */
function requireSystem({ context }: Acting): void {
  if (context.actor.actor.kind !== 'system') reject('ONLY_BY_TIMER');
}

function timerOf({ context }: Acting, timer: string, does: TimerDefinition['does']) {
  const found = context.workflow.timers.find((one) => one.name === timer && one.does === does);
  return found ?? reject('TIMER_UNKNOWN', { timer, does });
}

/** Whether the day the timer counts from is still the one the task has. */
function stillCounts({ task, context }: Acting, { on }: TimerDefinition, strike: Strike): boolean {
  const { countedFrom, unitIds } = strike;
  if ('state' in on) return on.state === task.state && task.urging.enteredOn === countedFrom;
  if (phaseOf(context.workflow, task.state) !== 'open') return false;
  if (on.deadline === 'task') return task.dueOn === countedFrom;
  const period = monthOf(countedFrom);
  return unitIds.every(
    (unitId) =>
      !task.reports.some((report) => report.unitId === unitId && report.period === period),
  );
}

/** True when the timer is to strike now; false when it struck for this day before. */
function mayStrike(acting: Acting, timer: TimerDefinition, strike: Strike): boolean {
  const { task, context } = acting;
  const { countedFrom, forOn } = strike;
  const isRepeated = task.urging.struck.some(
    (before) => before.timer === timer.name && before.countedFrom === countedFrom,
  );
  if (isRepeated) return false;
  if (forOn > context.on) reject('TIMER_NOT_DUE', { timer: timer.name, forOn, on: context.on });
  // Work that was not owed on the day the timer was due for cannot have been urged on that day.
  if (!stillCounts(acting, timer, strike) || forOn <= task.urging.owedSince)
    reject('TIMER_STALE', { timer: timer.name, countedFrom });
  return true;
}

function sendReminder(data: Asked<'SendReminder'>, acting: Acting): readonly TaskEvent[] {
  requireSystem(acting);
  if (!mayStrike(acting, timerOf(acting, data.timer, 'remind'), data)) return [];
  const { taskId } = acting.task;
  return [{ type: 'ReminderSent', data: { taskId, ...data, remindedOn: acting.context.on } }];
}

function escalateTask(data: Asked<'EscalateTask'>, acting: Acting): readonly TaskEvent[] {
  requireSystem(acting);
  const timer = timerOf(acting, data.timer, 'escalate');
  if (!mayStrike(acting, timer, data)) return [];
  invariant(timer.to.includes(data.toRole), `timer ${timer.name} tells ${data.toRole}`);
  const { taskId } = acting.task;
  return [{ type: 'TaskEscalated', data: { taskId, ...data, escalatedOn: acting.context.on } }];
}

export const urgingDecisions: Decisions<'SendReminder' | 'EscalateTask'> = {
  SendReminder: sendReminder,
  EscalateTask: escalateTask,
};
