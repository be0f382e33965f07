import type { Instant, LocalDate } from '@thidua/kernel';
import type { OutcomeView } from '../outcome/facts-in-view';
import { unitsCarrying } from '../outcome/leads';
import { taskOutcome, type TaskOutcome } from '../outcome/outcome';
import type { TaskOutcomeRow } from '../task-outcome-row';
import { figure, type Figure } from './figures';
import { outcomeTable, type OutcomeTable } from './outcome-table';
import {
  acceptanceOf,
  coordinationOf,
  obstaclesFigures,
  reportingOf,
  type AcceptanceFigures,
  type CoordinationFigures,
  type ObstacleFigures,
  type ReportingByKind,
  type ReportingFigures,
} from './side-figures';

/** One unit, or the whole department. */
export type KpiScope =
  { readonly of: 'unit'; readonly unitId: string } | { readonly of: 'department' };

export interface KpiOptions extends OutcomeView {
  /** Year of the plans whose tasks are counted. */
  readonly year: number;
  /** Smallest denominator for which a rate is given; 1 shows every rate. */
  readonly minimumN: number;
}

/** How a task with several leads counts: fully for each of them, once for the department. Shown on every answer. */
export type CountingRule = 'fullyForEachLead' | 'onceForTheDepartment';

export interface UnitKpi {
  readonly scope: KpiScope;
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt: Instant | null;
  /** Decimal text; null when no position was asked for. */
  readonly knownAtPosition: string | null;
  readonly minimumN: number;
  readonly countingRule: CountingRule;
  /** Tasks with several leads among those counted. */
  readonly severalLeads: Figure;
  readonly byOriginalDate: OutcomeTable;
  readonly byDateInForce: OutcomeTable;
  /** Tasks that the unit only compiles and reports on ("đầu mối"): in no bucket above, but in `reporting`. */
  readonly focalOnly: Figure;
  readonly reporting: ReportingFigures;
  readonly reportingByKind: ReportingByKind;
  readonly acceptance: AcceptanceFigures;
  readonly coordination: CoordinationFigures;
  readonly obstacles: ObstacleFigures;
  readonly extensions: {
    readonly requested: Figure;
    readonly granted: Figure;
    readonly refused: Figure;
    /** Tasks extended at least once. */
    readonly tasks: Figure;
  };
  readonly reminders: Figure;
}

const counted = ({ taskId }: TaskOutcome, eventIds: readonly string[]) => ({ taskId, eventIds });

const oneByOne = (outcome: TaskOutcome, eventIds: readonly string[]) =>
  eventIds.map((eventId) => counted(outcome, [eventId]));

function extensionsFigures(outcomes: readonly TaskOutcome[]): UnitKpi['extensions'] {
  const of = (name: 'requested' | 'granted' | 'refused'): Figure =>
    figure(outcomes.flatMap((outcome) => oneByOne(outcome, outcome.extensions[name])));
  const extended = outcomes.filter(({ extensions }) => extensions.granted.length > 0);
  return {
    requested: of('requested'),
    granted: of('granted'),
    refused: of('refused'),
    tasks: figure(extended.map((outcome) => counted(outcome, outcome.extensions.granted))),
  };
}

const remindersFigure = (
  outcomes: readonly TaskOutcome[],
  isAsked: (unitId: string) => boolean,
): Figure =>
  figure(
    outcomes.flatMap((outcome) =>
      oneByOne(
        outcome,
        outcome.reminders.filter(({ unitId }) => isAsked(unitId)).map(({ eventId }) => eventId),
      ),
    ),
  );

const whole = (outcomes: readonly TaskOutcome[]): Figure =>
  figure(outcomes.map((outcome) => counted(outcome, outcome.lifeEventIds)));

/**
 * KPI from outcomes that were read under the options' own view. Reading once and asking for many units is the cheap way;
 * `unitKpi` does both.
 */
export function kpiOf(
  outcomes: readonly TaskOutcome[],
  scope: KpiScope,
  options: KpiOptions,
): UnitKpi {
  const { year, asOf, knownAt, knownAtPosition, minimumN } = options;
  const isAsked = (unitId: string): boolean => scope.of === 'department' || unitId === scope.unitId;
  const ofYear = outcomes.filter((outcome) => outcome.year === year);
  const own = ofYear.filter(({ leads }) => unitsCarrying(leads).some(isAsked));
  const focal = ofYear
    .filter((outcome) => !own.includes(outcome))
    .filter(({ leads }) => leads.some(({ unitId }) => isAsked(unitId)));
  const reporting = reportingOf(ofYear, isAsked, minimumN);
  return {
    scope,
    ...{ year, asOf, minimumN },
    knownAt: knownAt ?? null,
    knownAtPosition: knownAtPosition?.toString() ?? null,
    countingRule: scope.of === 'department' ? 'onceForTheDepartment' : 'fullyForEachLead',
    severalLeads: whole(own.filter(({ leads }) => unitsCarrying(leads).length > 1)),
    byOriginalDate: outcomeTable(own, 'byOriginalDate', minimumN),
    byDateInForce: outcomeTable(own, 'byDateInForce', minimumN),
    focalOnly: whole(focal),
    reporting: reporting.all,
    reportingByKind: reporting.byKind,
    acceptance: acceptanceOf(own, minimumN),
    coordination: coordinationOf(ofYear, isAsked, minimumN),
    obstacles: obstaclesFigures(ofYear, isAsked),
    extensions: extensionsFigures(own),
    reminders: remindersFigure(ofYear, isAsked),
  };
}

/** Outcomes of all rows that were assigned by the day asked about, as far as known. */
export const outcomesOf = (
  rows: readonly TaskOutcomeRow[],
  view: OutcomeView,
): readonly TaskOutcome[] =>
  rows.map((row) => taskOutcome(row, view)).filter((outcome) => outcome !== null);

/** KPI of one unit or of the department. `rows` must hold every task the scope led, reported on or was asked about. */
export const unitKpi = (
  rows: readonly TaskOutcomeRow[],
  scope: KpiScope,
  options: KpiOptions,
): UnitKpi => kpiOf(outcomesOf(rows, options), scope, options);
