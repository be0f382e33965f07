import {
  isWorkingDay,
  rollForward,
  workingDaysBetween,
  type WorkingCalendar,
} from '@thidua/calendar';
import {
  addDays,
  lastDayOfMonth,
  localDate,
  monthsBetween,
  yearOf,
  type LocalDate,
  type LocalMonth,
  type UnitId,
} from '@thidua/kernel';
import { coveringPeriod, owedSeries, reportDueOn, type Task } from '@thidua/task';
import type { StatePhase, TimerDefinition, WorkflowDefinition } from '@thidua/workflow';
import { periodsOfSeries } from './periods-of-series';
import { struckOn } from './struck-on';

/** A timer that strikes. */
export interface DueTimer {
  readonly kind: 'timer';
  readonly timer: TimerDefinition;
  /** The due date, due day of the report or day of the state that it counts from. */
  readonly countedFrom: LocalDate;
  /** A working day, never later than the day of the look. */
  readonly forOn: LocalDate;
  /** Lead units it concerns: for a monthly report those that have not reported. */
  readonly unitIds: readonly UnitId[];
  /** Working days since the day it counts from; 0 before it. */
  readonly overdueWorkingDays: number;
}

/** A period of a series of reports that begins and that nobody has opened yet. */
export interface DuePeriod {
  readonly kind: 'period';
  readonly period: string;
  readonly fromOn: LocalDate;
  readonly forOn: LocalDate;
  readonly unitIds: readonly UnitId[];
}

export type DueAct = DueTimer | DuePeriod;

export interface Look {
  readonly calendar: WorkingCalendar;
  readonly workflow: WorkflowDefinition;
  /** The day of the look (Asia/Ho_Chi_Minh). */
  readonly on: LocalDate;
}

/**
 * What was missed for longer than this is not made up: an office that was dark for a month, or types in last year's
 * plan, is not flooded with what nobody can act on any more.
 */
export const MADE_UP_DAYS = 31;

/**
 * What is due for the task on the day of the look and was not done yet, in the order of the days it was due for; nothing
 * on a day off. A function of the task's own events, the flow, the calendar and the day, so that a look may be repeated
 * at any time.
 */
export function dueActs(task: Task, look: Look): readonly DueAct[] {
  if (!isWorkingDay(look.calendar, look.on)) return [];
  return actsWithin(task, look, { from: addDays(look.on, -MADE_UP_DAYS), until: look.on });
}

/** What is still to come up to the day if nothing happens to the task meanwhile. */
export function upcomingActs(task: Task, look: Look, untilOn: LocalDate): readonly DueAct[] {
  return actsWithin(task, look, { from: addDays(look.on, 1), until: untilOn });
}

/** Days a timer may be due for, both included. */
interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Every act not done yet whose day lies within the span; what is owed after a carry-over is owed by the later task. */
function actsWithin(task: Task, look: Look, span: Span): readonly DueAct[] {
  if (task.carriedOver !== null) return [];
  const { calendar, on, workflow } = look;
  const isOwed = (forOn: LocalDate): boolean =>
    forOn > task.urging.owedSince && forOn >= span.from && forOn <= span.until;
  const hasStruck = (name: string, day: LocalDate): boolean =>
    task.urging.struck.some(({ timer, countedFrom }) => timer === name && countedFrom === day);
  const timers = workflow.timers.flatMap((timer) =>
    startsOf(task, look, timer, span.until)
      .filter(({ countedFrom }) => !hasStruck(timer.name, countedFrom))
      .map((start) => ({ ...start, forOn: struckOn(calendar, timer, start.countedFrom) }))
      .filter(({ forOn }) => isOwed(forOn))
      .map(({ countedFrom, forOn, unitIds }): DueTimer => {
        const late = workingDaysBetween(calendar, countedFrom, forOn > on ? forOn : on);
        const overdueWorkingDays = Math.max(0, late);
        return { kind: 'timer', timer, countedFrom, forOn, unitIds, overdueWorkingDays };
      }),
  );
  const periods = openingPeriods(task, look, span);
  return [...timers, ...periods].toSorted((a, b) =>
    a.forOn < b.forOn ? -1 : a.forOn > b.forOn ? 1 : 0,
  );
}

interface Start {
  readonly countedFrom: LocalDate;
  readonly unitIds: readonly UnitId[];
}

const phaseOf = (task: Task, { states }: WorkflowDefinition): StatePhase =>
  states.find(({ name }) => name === task.state)?.phase ?? 'outside';

/** The units that carry the result and answer for it; the focal unit where it is the only one. */
const leadUnitIds = ({ leads }: Task): readonly UnitId[] => leads.map(({ unitId }) => unitId);

/** The days from which a timer counts for the task as it stands. */
function startsOf(
  task: Task,
  { workflow, on }: Look,
  timer: TimerDefinition,
  until: LocalDate,
): readonly Start[] {
  const unitIds = leadUnitIds(task);
  if ('state' in timer.on) {
    const { enteredOn } = task.urging;
    return task.state === timer.on.state && enteredOn !== null
      ? [{ countedFrom: enteredOn, unitIds }]
      : [];
  }
  if (phaseOf(task, workflow) !== 'open') return [];
  if (timer.on.deadline === 'task')
    return task.dueOn === null ? [] : [{ countedFrom: task.dueOn, unitIds }];
  return reportStarts(task, workflow, addDays(on, -2 * MADE_UP_DAYS), until);
}

/** Months whose report is still owed, each with the units that owe it. */
function reportStarts(
  task: Task,
  { reportDueDay }: WorkflowDefinition,
  from: LocalDate,
  until: LocalDate,
): readonly Start[] {
  const { assignedOn } = task.assignment;
  const first = from > assignedOn ? from : assignedOn;
  const last = lastDayOfMonth(yearOf(until), Number(until.slice(5, 7)));
  const hasReported = (unitId: UnitId, period: LocalMonth): boolean =>
    task.reports.some((report) => report.unitId === unitId && report.period === period);
  return monthsBetween(first, last)
    .map((period) => ({
      countedFrom: reportDueOn(period, reportDueDay),
      unitIds: leadUnitIds(task).filter((unitId) => !hasReported(unitId, period)),
    }))
    .filter(({ unitIds, countedFrom }) => unitIds.length > 0 && countedFrom > assignedOn);
}

/**
 * Periods of the plan's year that have begun and are not open, by whoever they were opened. A series that hangs on a
 * milestone begins with the period after it, any other with the one in which it was assigned.
 */
function openingPeriods(task: Task, look: Look, span: Span): readonly DuePeriod[] {
  const series = owedSeries(task);
  if (series === null || !opensPeriods(task, look.workflow)) return [];
  const { kind, year } = task.assignment;
  const { every } = series;
  // A plan issued before its year begins owes nothing for the year before.
  const first = localDate(`${year}-01-01`);
  const startOn = series.startOn > first ? series.startOn : first;
  const last = localDate(`${year}-12-31`);
  return periodsOfSeries(every, startOn, span.until < last ? span.until : last)
    .filter(({ fromOn }) => fromOn >= startOn || kind === 'recurring')
    .filter((period) => coveringPeriod(task, period) === undefined)
    .map(({ period, fromOn }): DuePeriod => {
      const forOn = rollForward(look.calendar, fromOn > startOn ? fromOn : startOn);
      return { kind: 'period', period, fromOn, forOn, unitIds: leadUnitIds(task) };
    })
    .filter(({ forOn }) => forOn >= span.from && forOn <= span.until);
}

const opensPeriods = (task: Task, workflow: WorkflowDefinition): boolean =>
  phaseOf(task, workflow) === 'open' &&
  workflow.facts.some(
    ({ command, phases }) => command === 'OpenSeriesPeriod' && phases.includes('open'),
  );
