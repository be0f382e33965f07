import type { LocalDate } from '@thidua/kernel';
import type { ViewedFact } from './facts-in-view';
import { leadFacts, leadsOn, unitsReporting } from './leads';
import { phaseOn, type TaskLife } from './life';

/** `pending`: not reported yet, and still in time. */
export type PeriodStatus = 'inTime' | 'nil' | 'late' | 'missing' | 'pending';

/** A period of the series that one unit owes. */
export interface OwedPeriod {
  readonly unitId: string;
  /** `2026-03`, `2026-Q1`, `2026-H1` or `2026`. */
  readonly period: string;
  readonly dueOn: LocalDate;
  readonly status: PeriodStatus;
  /** The opening of the period, and the report on it. */
  readonly eventIds: readonly string[];
}

type Opened = Extract<ViewedFact, { type: 'SeriesPeriodOpened' }>;
type Reported = Extract<ViewedFact, { type: 'SeriesPeriodReported' }>;

function statusOf(report: Reported | undefined, dueOn: LocalDate, asOf: LocalDate): PeriodStatus {
  if (report === undefined) return dueOn < asOf ? 'missing' : 'pending';
  if (!report.data.inTime) return 'late';
  return report.data.text === null ? 'nil' : 'inTime';
}

/** The first day on which the task had gone on in a later plan, whatever the log tells first; null when it has not. */
export const carriedOverOn = (facts: readonly ViewedFact[]): LocalDate | null =>
  facts
    .flatMap(({ type, on }) => (type === 'TaskCarriedOver' ? [on] : []))
    .toSorted()
    .at(0) ?? null;

/** Units that reported on the period, and those that owed it on its due day, or owe it now while that day has not come. */
function unitsOf(
  { data: { reportDueOn } }: Opened,
  reports: readonly Reported[],
  { facts, life, asOf }: { facts: readonly ViewedFact[]; life: TaskLife; asOf: LocalDate },
): readonly string[] {
  const told = reports.map(({ data }) => data.unitId);
  const day = reportDueOn < asOf ? reportDueOn : asOf;
  const carriedOn = carriedOverOn(facts);
  const isOwed = phaseOn(life, day) === 'open' && (carriedOn === null || carriedOn > day);
  const owing = isOwed ? unitsReporting(leadsOn(leadFacts(facts), day)) : [];
  return [...new Set([...told, ...owing])].sort();
}

/**
 * The periods of the series that were opened, unit by unit. The focal unit owes for all where there is one, as with the
 * monthly reports; a task that is done, withdrawn, waiting or carried over on the due day owes none.
 */
export function owedPeriods(
  facts: readonly ViewedFact[],
  life: TaskLife,
  asOf: LocalDate,
): readonly OwedPeriod[] {
  const all = facts.filter((fact) => fact.type === 'SeriesPeriodReported');
  return facts
    .filter((fact) => fact.type === 'SeriesPeriodOpened')
    .flatMap((opened) => {
      const { period, reportDueOn: dueOn } = opened.data;
      const reports = all.filter(({ data }) => data.period === period);
      return unitsOf(opened, reports, { facts, life, asOf }).map((unitId): OwedPeriod => {
        const report = reports.find(({ data }) => data.unitId === unitId);
        const eventIds = report === undefined ? [opened.eventId] : [opened.eventId, report.eventId];
        return { unitId, period, dueOn, status: statusOf(report, dueOn, asOf), eventIds };
      });
    });
}
