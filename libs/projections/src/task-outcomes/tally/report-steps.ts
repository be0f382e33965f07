import { addDays, type LocalDate } from '@thidua/kernel';
import { factsInView } from '../outcome/facts-in-view';
import { lifeOf } from '../outcome/life';
import { owedReports, type OwedReport } from '../outcome/reports';
import type { TaskOutcomeRow } from '../task-outcome-row';
import { reportMeasure } from './measures';
import { DEPARTMENT, horizonOf, stepsBetween, ZERO, type Step } from './step';

const MISSING = reportMeasure('missing');

function reportsOn(row: TaskOutcomeRow, asOf: LocalDate): readonly OwedReport[] {
  const facts = factsInView(row.facts, { asOf });
  return owedReports(facts, lifeOf(facts), { asOf });
}

/** Corrections of a completion take it away from days before, and with it change what was owed on them. */
const isRewritten = ({ facts }: TaskOutcomeRow): boolean =>
  facts.some(({ type, data }) => type === 'TaskCorrected' && data.field === 'completedOn');

/** The part of every monthly report in the counts of the unit that owed it and of the department. */
export const reportSteps = (row: TaskOutcomeRow): readonly Step[] =>
  isRewritten(row) ? stepsDayByDay(row) : stepsReportByReport(row);

const added = (place: number, amount: number): readonly number[] =>
  ZERO.map((_, index) => (index === place ? amount : 0));

const both = (unitId: string, on: LocalDate, fixed: readonly number[]): readonly Step[] =>
  [DEPARTMENT, unitId].map((scope) => ({ scope, on, fixed, daily: ZERO }));

/** A report is missing from the day after its due day until it comes; one that came in time counts from its due day. */
function stepsReportByReport(row: TaskOutcomeRow): readonly Step[] {
  const dayOf = new Map(row.facts.map((fact) => [fact.eventId, fact.on]));
  return reportsOn(row, horizonOf(row.year)).flatMap(({ unitId, dueOn, status, eventIds }) => {
    const cameOn = dayOf.get(eventIds[0] ?? '') ?? null;
    const came = added(reportMeasure(status), 1);
    if (cameOn === null) return both(unitId, addDays(dueOn, 1), added(MISSING, 1));
    if (cameOn <= dueOn) return both(unitId, dueOn, came);
    return [
      ...both(unitId, addDays(dueOn, 1), added(MISSING, 1)),
      ...both(unitId, cameOn, added(MISSING, -1)),
      ...both(unitId, cameOn, came),
    ];
  });
}

/** Asks on every day that could matter: dearer, and true whatever a correction did to the days before it. */
function stepsDayByDay(row: TaskOutcomeRow): readonly Step[] {
  const horizon = horizonOf(row.year);
  const first = row.facts.reduce((least, { on }) => (on < least ? on : least), horizon);
  const dueDays = new Set<LocalDate>();
  for (let day = first; day <= horizon; day = addDays(day, 1)) {
    if (addDays(day, 1).endsWith('-01')) dueDays.add(day).add(addDays(day, 1));
  }
  const named = row.facts.flatMap((fact) =>
    fact.type === 'TaskCorrected' && fact.data.now !== null ? [fact.on, fact.data.now] : [fact.on],
  );
  const days = [...new Set([...dueDays, ...named])].sort();
  const stands = days.map((day) => ({ day, reports: reportsOn(row, day) }));
  const units = new Set(stands.flatMap(({ reports }) => reports.map(({ unitId }) => unitId)));
  return [DEPARTMENT, ...units].flatMap((scope) =>
    stepsBetween(
      scope,
      stands.map(({ day, reports }) => ({
        day,
        form: { fixed: counted(reports, scope), daily: ZERO },
      })),
    ),
  );
}

function counted(reports: readonly OwedReport[], scope: string): readonly number[] {
  const amounts = [...ZERO];
  for (const { unitId, status } of reports) {
    const place = reportMeasure(status);
    if (scope === DEPARTMENT || unitId === scope) amounts[place] = (amounts[place] ?? 0) + 1;
  }
  return amounts;
}
