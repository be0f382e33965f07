import { addDays, type LocalDate, type UnitId } from '@thidua/kernel';
import { requireNotBefore } from '../rules/checks';
import { rhythmOf } from '../rules/planned-recurrence';
import { coveringPeriod, isSeriesKind, seriesStartOf } from '../rules/owed-series';
import { PERIOD_EXAMPLES, spanOf } from '../rules/report-period';
import { compilingUnit } from '../rules/speaking-unit';
import { beginWork } from '../rules/take-step';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { SeriesPeriod, Task } from '../task.state';
import type { Decisions } from './decisions';

function requireSeriesKind(task: Task): void {
  if (!isSeriesKind(task)) reject('NOT_A_SERIES_TASK');
}

function requireSeriesStart(task: Task): LocalDate {
  requireSeriesKind(task);
  return seriesStartOf(task) ?? reject('MILESTONE_NOT_REACHED');
}

function setReportSeries(
  data: Asked<'SetReportSeries'>,
  { task, context }: Acting,
): readonly TaskEvent[] {
  requireSeriesKind(task);
  const { series } = task;
  const isSame = series?.every === data.every && series.dueWithinDays === data.dueWithinDays;
  if (isSame) return [];
  return [{ type: 'ReportSeriesSet', data: { taskId: task.taskId, ...data, setOn: context.on } }];
}

function requireUncovered(task: Task, period: string): void {
  const covered = coveringPeriod(task, spanOf(period));
  if (covered !== undefined) {
    reject('PERIOD_ALREADY_COVERED', { period, covered: covered.period });
  }
}

function openSeriesPeriod(
  { period }: Asked<'OpenSeriesPeriod'>,
  { task, context }: Acting,
): readonly TaskEvent[] {
  const startOn = requireSeriesStart(task);
  const { taskId } = task;
  const rhythm = rhythmOf(task);
  if (rhythm === null) return reject('SERIES_NOT_SET');
  if (task.periods.some((owed) => owed.period === period)) return [];
  const field = 'period';
  const { every, fromOn, toOn } = spanOf(period);
  if (every !== rhythm.every) {
    return reject('PERIOD_NOT_OF_SERIES', {
      field,
      period,
      example: PERIOD_EXAMPLES[rhythm.every],
    });
  }
  if (fromOn > context.on) return reject('SERIES_PERIOD_NOT_BEGUN', { field, period, fromOn });
  if (toOn < startOn) return reject('PERIOD_BEFORE_SERIES', { field, period, startOn });
  requireUncovered(task, period);
  const reportDueOn = addDays(toOn, rhythm.dueWithinDays);
  const openedOn = context.on;
  return [
    { type: 'SeriesPeriodOpened', data: { taskId, period, fromOn, toOn, reportDueOn, openedOn } },
  ];
}

function requireOpened({ task, context }: Acting, period: string): SeriesPeriod {
  const owed = task.periods.find((candidate) => candidate.period === period);
  if (owed === undefined) return reject('PERIOD_NOT_OPENED', { period });
  requireNotBefore(context, spanOf(period).fromOn);
  return owed;
}

function requireUnreported({ reports }: SeriesPeriod, unitId: UnitId, period: string): void {
  const earlier = reports.find((report) => report.unitId === unitId);
  if (earlier === undefined) return;
  const { reportedOn } = earlier;
  reject('SERIES_PERIOD_ALREADY_REPORTED', { unitId, period, reportedOn });
}

/** A nil report starts no work, as with the monthly ones. */
function reportSeriesPeriod(
  data: Asked<'ReportSeriesPeriod'>,
  acting: Acting,
): readonly TaskEvent[] {
  const { task, context } = acting;
  const { period, text, nil, evidence } = data;
  const owed = requireOpened(acting, period);
  if ((text === null) !== nil) return reject('TEXT_OR_NIL', { field: 'text' });
  const unitId = compilingUnit(acting, data.unitId);
  const { reportDueOn } = owed;
  const facts: TaskFacts<'SeriesPeriodReported'> = {
    taskId: task.taskId,
    period,
    unitId,
    text,
    evidence,
    reportedOn: context.on,
    reportDueOn,
    inTime: context.on <= reportDueOn,
  };
  if (owed.reports.some((report) => sameFacts(report, facts))) return [];
  requireUnreported(owed, unitId, period);
  return [...(nil ? [] : beginWork(acting)), { type: 'SeriesPeriodReported', data: facts }];
}

export const seriesDecisions: Decisions<
  'SetReportSeries' | 'OpenSeriesPeriod' | 'ReportSeriesPeriod'
> = {
  SetReportSeries: setReportSeries,
  OpenSeriesPeriod: openSeriesPeriod,
  ReportSeriesPeriod: reportSeriesPeriod,
};
