import { rational } from '@thidua/kernel';
import type { Coordination, OwedReport, TaskOutcome } from '@thidua/projections';
import type { Because, MeasureEntry } from './unit-facts';

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

const countOf = <T extends string>(things: readonly { readonly status: T }[], status: T): number =>
  things.filter((thing) => thing.status === status).length;

function reportWords(reports: readonly OwedReport[]): Because {
  const [inTime, nil] = [countOf(reports, 'inTime'), countOf(reports, 'nil')];
  const [late, missing] = [countOf(reports, 'late'), countOf(reports, 'missing')];
  return {
    code: 'MONTHLY_REPORTS',
    vi: `${reports.length} báo cáo phải nộp: ${inTime} đúng hạn, ${nil} không phát sinh, ${late} muộn, ${missing} không nộp`,
    en: `${reports.length} report(s) due: ${inTime} in time, ${nil} nil, ${late} late, ${missing} missing`,
  };
}

const ownReports = (outcome: TaskOutcome, unitId: string): readonly OwedReport[] =>
  outcome.reports.filter((report) => report.unitId === unitId);

/** All months of a task that the unit owed a report for; null when it owed none. */
export function reportingEntry(outcome: TaskOutcome, unitId: string): MeasureEntry | null {
  const reports = ownReports(outcome, unitId);
  if (reports.length === 0) return null;
  return {
    taskId: outcome.taskId,
    no: outcome.no,
    earned: rational(countOf(reports, 'inTime') + countOf(reports, 'nil')),
    possible: rational(reports.length),
    times: 0,
    because: reportWords(reports),
    eventIds: sorted([...outcome.lifeEventIds, ...reports.flatMap(({ eventIds }) => eventIds)]),
  };
}

export function missingReportsEntry(outcome: TaskOutcome, unitId: string): MeasureEntry | null {
  const entry = reportingEntry(outcome, unitId);
  if (entry === null) return null;
  return { ...entry, earned: rational(countOf(ownReports(outcome, unitId), 'missing')) };
}

function coordinationWords(asked: readonly Coordination[]): Because {
  const [inTime, late] = [countOf(asked, 'inTime'), countOf(asked, 'late')];
  const overdue = countOf(asked, 'overdue');
  const rest = asked.length - inTime - late - overdue;
  return {
    code: 'COORDINATION',
    vi: `${asked.length} đề nghị: ${inTime} trả lời đúng hạn, ${late} muộn, ${overdue} quá hạn chưa trả lời, ${rest} không tính`,
    en: `${asked.length} request(s): ${inTime} answered in time, ${late} late, ${overdue} overdue, ${rest} not counted`,
  };
}

/** All requests to the unit about one task; null when it was not asked. Requests without a day are not counted. */
export function coordinationEntry(outcome: TaskOutcome, unitId: string): MeasureEntry | null {
  const asked = outcome.coordinations.filter((coordination) => coordination.unitId === unitId);
  if (asked.length === 0) return null;
  const inTime = countOf(asked, 'inTime');
  const due = inTime + countOf(asked, 'late') + countOf(asked, 'overdue');
  return {
    taskId: outcome.taskId,
    no: outcome.no,
    earned: rational(inTime),
    possible: rational(due),
    times: 0,
    because: coordinationWords(asked),
    eventIds: sorted([outcome.assignedEventId, ...asked.flatMap(({ eventIds }) => eventIds)]),
  };
}
