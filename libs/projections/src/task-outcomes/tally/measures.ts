import {
  BUCKETS,
  type CountedOutcome as Outcome,
  type Placed,
  type TaskOutcome,
} from '../outcome/outcome';
import type { UnitFilter } from '../kpi/side-figures';
import { unitsCarrying } from '../outcome/leads';

const BASES = ['byOriginalDate', 'byDateInForce'] as const;

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** What is counted of the tasks whose result a unit carries, by one of the two due dates. */
const OF_PLACEMENT: Readonly<Record<string, (placed: Placed) => number>> = {
  ...Object.fromEntries(
    BUCKETS.map((bucket) => [bucket, (placed: Placed) => flag(placed.bucket === bucket)]),
  ),
  daysLate: ({ daysLate }) => daysLate ?? 0,
  daysLateWaiting: ({ daysLateWaiting }) => daysLateWaiting ?? 0,
};

/** What is counted of the tasks whose result a unit carries. */
const OF_RESULT: Readonly<Record<string, (outcome: Outcome) => number>> = {
  severalLeads: ({ leads }) => flag(unitsCarrying(leads).length > 1),
  noDateDoneByOriginalDate: ({ byOriginalDate, isDone }) =>
    flag(byOriginalDate.bucket === 'noDate' && isDone),
  noDateDoneByDateInForce: ({ byDateInForce, isDone }) =>
    flag(byDateInForce.bucket === 'noDate' && isDone),
  cancelled: ({ leftAs }) => flag(leftAs === 'cancelled'),
  superseded: ({ leftAs }) => flag(leftAs === 'superseded'),
  acceptedFirst: ({ deliveries }) => countOf(deliveries, 'acceptedFirst'),
  acceptedLater: ({ deliveries }) => countOf(deliveries, 'acceptedLater'),
  sentBack: ({ deliveries }) => countOf(deliveries, 'sentBack'),
  deliveryPending: ({ deliveries }) => countOf(deliveries, 'pending'),
  returns: ({ returns }) => returns.length,
  majorContentErrors: ({ returns }) => returns.filter((item) => item.majorContentError).length,
  extensionsRequested: ({ extensions }) => extensions.requested.length,
  extensionsGranted: ({ extensions }) => extensions.granted.length,
  extensionsRefused: ({ extensions }) => extensions.refused.length,
  extendedTasks: ({ extensions }) => flag(extensions.granted.length > 0),
};

type OfUnit = (outcome: Outcome, isAsked: UnitFilter) => number;

/** What is counted for a unit whoever leads the task. */
const OF_UNIT: Readonly<Record<string, OfUnit>> = {
  focalOnly: ({ leads }, isAsked) =>
    flag(!unitsCarrying(leads).some(isAsked) && leads.some(({ unitId }) => isAsked(unitId))),
  coordinationInTime: (outcome, isAsked) => coordinations(outcome, isAsked, 'inTime'),
  coordinationLate: (outcome, isAsked) => coordinations(outcome, isAsked, 'late'),
  coordinationUndated: (outcome, isAsked) => coordinations(outcome, isAsked, 'undated'),
  coordinationOverdue: (outcome, isAsked) => coordinations(outcome, isAsked, 'overdue'),
  coordinationPending: (outcome, isAsked) => coordinations(outcome, isAsked, 'pending'),
  obstacles: (outcome, isAsked) => ofUnits(outcome.obstacles, isAsked).length,
  obstaclesDirected: (outcome, isAsked) =>
    ofUnits(outcome.obstacles, isAsked).filter(({ daysToDirection }) => daysToDirection !== null)
      .length,
  obstaclesResolved: (outcome, isAsked) =>
    ofUnits(outcome.obstacles, isAsked).filter(({ isResolved }) => isResolved).length,
  reminders: (outcome, isAsked) => ofUnits(outcome.reminders, isAsked).length,
};

/** Monthly reports are stepped by themselves (see `reportSteps`), for they come due without any event. */
export const REPORT_MEASURES = ['inTime', 'nil', 'late', 'missing'] as const;

const countOf = <S extends string>(things: readonly { readonly status: S }[], status: S): number =>
  things.filter((thing) => thing.status === status).length;

const ofUnits = <T extends { readonly unitId: string }>(
  things: readonly T[],
  isAsked: UnitFilter,
): readonly T[] => things.filter(({ unitId }) => isAsked(unitId));

const coordinations = (
  outcome: Outcome,
  isAsked: UnitFilter,
  status: TaskOutcome['coordinations'][number]['status'],
): number => countOf(ofUnits(outcome.coordinations, isAsked), status);

const placementName = (basis: (typeof BASES)[number], name: string): string => `${basis}.${name}`;

/** Every measure of a tally by its place in the amounts. New ones go to the end, under a new projection version. */
export const MEASURES: readonly string[] = [
  ...BASES.flatMap((basis) => Object.keys(OF_PLACEMENT).map((name) => placementName(basis, name))),
  ...Object.keys(OF_RESULT),
  ...Object.keys(OF_UNIT),
  ...REPORT_MEASURES.map((status) => `reports.${status}`),
];

const REPORTS_AT = MEASURES.length - REPORT_MEASURES.length;

/** Place of a report status among the amounts. */
export const reportMeasure = (status: (typeof REPORT_MEASURES)[number]): number =>
  REPORTS_AT + REPORT_MEASURES.indexOf(status);

const RESULT_MEASURE_COUNT =
  BASES.length * Object.keys(OF_PLACEMENT).length + Object.keys(OF_RESULT).length;

const PLACEMENT_COUNTERS = Object.values(OF_PLACEMENT);
const RESULT_COUNTERS = Object.values(OF_RESULT);
const UNIT_COUNTERS = Object.values(OF_UNIT);

/** What one task adds to each measure of a unit, or of the department when every unit is asked about; reports left out. */
export function amountsOf(outcome: Outcome, isAsked: UnitFilter): readonly number[] {
  const amounts = new Array<number>(MEASURES.length).fill(0);
  let place = 0;
  if (unitsCarrying(outcome.leads).some(isAsked)) {
    for (const basis of BASES) {
      for (const count of PLACEMENT_COUNTERS) amounts[place++] = count(outcome[basis]);
    }
    for (const count of RESULT_COUNTERS) amounts[place++] = count(outcome);
  }
  place = RESULT_MEASURE_COUNT;
  for (const count of UNIT_COUNTERS) amounts[place++] = count(outcome, isAsked);
  return amounts;
}
