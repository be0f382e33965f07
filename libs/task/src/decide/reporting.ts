import {
  lastDayOfMonth,
  monthOf,
  yearOf,
  type LocalDate,
  type LocalMonth,
  type UnitId,
} from '@thidua/kernel';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import { once, requireDayFrom } from '../rules/checks';
import type { Decisions } from './decisions';
import { leadUnitIds, speakingUnit } from '../rules/speaking-unit';
import { beginWork } from '../rules/take-step';

/** The day by which the report of a month is due; a month without that day ends on its last one. */
export function reportDueOn(period: LocalMonth, reportDueDay: number): LocalDate {
  const last = lastDayOfMonth(yearOf(period), Number(period.slice(5, 7)));
  const due = `${period}-${String(reportDueDay).padStart(2, '0')}` as LocalDate;
  return due < last ? due : last;
}

function requireReportable({ context, task }: Acting, unitId: UnitId, period: LocalMonth): void {
  const [earliest, latest] = [monthOf(task.assignment.assignedOn), monthOf(context.on)];
  if (period > latest) reject('PERIOD_IN_FUTURE', { period, latest });
  if (period < earliest) reject('PERIOD_BEFORE_ASSIGNMENT', { period, earliest });
  const isReported = task.reports.some(
    (report) => report.unitId === unitId && report.period === period,
  );
  if (isReported) reject('PERIOD_ALREADY_REPORTED', { unitId, period });
}

/** What a progress report and a nil report have in common. */
function monthReported(acting: Acting, data: Asked<'ReportNil'>) {
  const { task, context } = acting;
  const { period } = data;
  const unitId = speakingUnit(acting, { named: data.unitId, among: leadUnitIds(acting) });
  requireReportable(acting, unitId, period);
  return {
    taskId: task.taskId,
    unitId,
    period,
    reportedOn: context.on,
    reportDueOn: reportDueOn(period, context.workflow.reportDueDay),
  };
}

function reportProgress(data: Asked<'ReportProgress'>, acting: Acting): readonly TaskEvent[] {
  const { unitId, period, ...told } = data;
  const reported = monthReported(acting, { unitId, period });
  return [...beginWork(acting), { type: 'ProgressReported', data: { ...reported, ...told } }];
}

function remindLeadUnit(data: Asked<'RemindLeadUnit'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { unitId, answerDueOn } = data;
  if (!leadUnitIds(acting).includes(unitId)) {
    return reject('UNIT_NOT_IN_TASK', { field: 'unitId', unitId });
  }
  requireDayFrom(answerDueOn, 'answerDueOn', context.on);
  return once(task, {
    type: 'LeadUnitReminded',
    data: { taskId: task.taskId, ...data, remindedOn: context.on },
  });
}

export const reportingDecisions: Decisions<'ReportProgress' | 'ReportNil' | 'RemindLeadUnit'> = {
  ReportProgress: reportProgress,
  // A nil report says that nothing arose, so it starts no work.
  ReportNil: (data, acting) => [{ type: 'NilReported', data: monthReported(acting, data) }],
  RemindLeadUnit: remindLeadUnit,
};
