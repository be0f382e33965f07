import {
  lastDayOfMonth,
  monthsBetween,
  yearOf,
  type LocalDate,
  type LocalMonth,
} from '@thidua/kernel';
import type { OutcomeView, ViewedFact } from './facts-in-view';
import { leadFacts, leadsOn, unitsReporting } from './leads';
import { phaseOn, type TaskLife } from './life';
import { carriedOverOn } from './series';

/** A nil report in time is a report; one after its day is late like any other. */
export type ReportStatus = 'inTime' | 'nil' | 'late' | 'missing';

/** A monthly report that one unit owed. */
export interface OwedReport {
  readonly unitId: string;
  readonly period: LocalMonth;
  readonly dueOn: LocalDate;
  readonly status: ReportStatus;
  /** The report; empty when it is missing. */
  readonly eventIds: readonly string[];
}

type Report = Extract<ViewedFact, { type: 'ProgressReported' | 'NilReported' }>;

const LAST_DAY = 31;

function dueDayOf(period: LocalMonth, dayOfMonth: number): LocalDate {
  const last = lastDayOfMonth(yearOf(period), Number(period.slice(5, 7)));
  const written = `${period}-${String(dayOfMonth).padStart(2, '0')}` as LocalDate;
  return written > last ? last : written;
}

function statusOf(report: Report | undefined): ReportStatus {
  if (report === undefined) return 'missing';
  if (report.data.reportedOn > report.data.reportDueOn) return 'late';
  return report.type === 'NilReported' ? 'nil' : 'inTime';
}

const isReport = (fact: ViewedFact): fact is Report =>
  fact.type === 'ProgressReported' || fact.type === 'NilReported';

/** Units that led at some time: whoever may have owed a report. */
const candidates = (facts: readonly ViewedFact[]): readonly string[] =>
  [...new Set(facts.flatMap(({ on }) => leadsOn(facts, on).map(({ unitId }) => unitId)))].sort();

/**
 * The monthly reports owed up to the day asked about. A month is owed by each unit that had to report on its due day,
 * when the task was open on that day: a task still waiting for its trigger, done, withdrawn or carried over owes none. Whether a
 * report that came was late is judged by the due day it states itself. What can still come in time is not missing yet.
 */
export function owedReports(
  facts: readonly ViewedFact[],
  life: TaskLife,
  view: OutcomeView,
): readonly OwedReport[] {
  const assigned = facts.find(({ type }) => type === 'TaskAssigned');
  if (assigned === undefined) return [];
  const [reports, leading] = [facts.filter(isReport), leadFacts(facts)];
  const carriedOn = carriedOverOn(facts);
  const owed = (unitId: string, period: LocalMonth): OwedReport | null => {
    const report = reports.find(({ data }) => data.period === period && data.unitId === unitId);
    const dueOn = dueDayOf(period, view.reportDueDay ?? LAST_DAY);
    const isOver = dueOn < view.asOf || (dueOn === view.asOf && report !== undefined);
    if (!isOver || phaseOn(life, dueOn) !== 'open') return null;
    if (carriedOn !== null && carriedOn <= dueOn) return null;
    if (!unitsReporting(leadsOn(leading, dueOn)).includes(unitId)) return null;
    const eventIds = report === undefined ? [] : [report.eventId];
    return { unitId, period, dueOn, status: statusOf(report), eventIds };
  };
  const units = candidates(leading);
  return monthsBetween(assigned.on, view.asOf)
    .flatMap((period) => units.map((unitId) => owed(unitId, period)))
    .filter((report) => report !== null);
}
