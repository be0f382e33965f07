import { addDays, localDateOf, type LocalDate } from '@thidua/kernel';
import { dueActs, upcomingActs, type DueAct } from '@thidua/urging';
import type { Label } from '@thidua/workflow';
import type { AfterInput, ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { resolveTask } from '../tasks/resolve-task';
import { loadTask } from './look-at-task';
import { lookGround } from './look-ground';
import { actKey, addressed } from './timer-command';

export interface UpcomingTimer {
  /** Name of the timer, or the period of the series. */
  readonly name: string;
  readonly does: 'remind' | 'escalate' | 'openPeriod';
  readonly label: Label;
  /** The working day it is due for; in the past for what the next look makes up. */
  readonly forOn: LocalDate;
  /** Who would be told if it were today; empty when nobody holds a role of the ladder. */
  readonly personIds: readonly string[];
}

export interface UpcomingTimersAnswer {
  readonly taskId: string;
  readonly on: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly state: string;
  /** Due and not told yet. */
  readonly due: readonly UpcomingTimer[];
  readonly upcoming: readonly UpcomingTimer[];
}

const AHEAD_DAYS = 92;

/** What the timers will do about the task in the next three months, if nothing happens to it meanwhile. */
export async function upcomingTimers(
  parts: ApplicationParts,
  input: AfterInput & { readonly task: string },
): Promise<UpcomingTimersAnswer> {
  const taskId = await resolveTask(parts, input.task, { after: input.after });
  const on = localDateOf(parts.now());
  const ground = await lookGround(parts, on);
  const task = await loadTask(parts, taskId);
  if (task === null) return rejectCall('TASK_NOT_FOUND', { task: input.task });
  const { dueOn, state } = task;
  const workflow = ground.flowOf(task.workflow);
  if (workflow === null) return { taskId, on, dueOn, state, due: [], upcoming: [] };
  const look = { calendar: ground.calendar, workflow, on };
  const shown = (act: DueAct): UpcomingTimer => ({
    name: actKey(act)[0],
    does: act.kind === 'period' ? 'openPeriod' : act.timer.does,
    label: act.kind === 'period' ? periodLabel(act.period) : act.timer.label,
    forOn: act.forOn,
    personIds: addressed(act, task, ground.office).personIds,
  });
  return {
    taskId,
    on,
    dueOn,
    state,
    due: dueActs(task, look).map(shown),
    upcoming: upcomingActs(task, look, addDays(on, AHEAD_DAYS)).map(shown),
  };
}

const periodLabel = (period: string): Label => ({
  vi: `Mở kỳ báo cáo ${period}`,
  en: `Report period ${period} opens`,
});
