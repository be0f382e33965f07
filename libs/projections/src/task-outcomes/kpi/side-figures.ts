import type { DeliveryStatus } from '../outcome/deliveries';
import type { TaskOutcome } from '../outcome/outcome';
import type { OwedReport, ReportStatus } from '../outcome/reports';
import type { Coordination, CoordinationStatus, Obstacle } from '../outcome/side-facts';
import {
  daySpread,
  figure,
  rateOf,
  type Counted,
  type DaySpread,
  type Figure,
  type Rate,
} from './figures';

/** Monthly reports that were due; the four kinds are disjoint and add up to `due`. */
export interface ReportingFigures extends Readonly<Record<ReportStatus, Figure>> {
  readonly due: Figure;
  /** In time, nil reports included, of all due. */
  readonly rate: Rate;
}

export type ReportingByKind = Readonly<Partial<Record<TaskOutcome['kind'], ReportingFigures>>>;

export interface AcceptanceFigures extends Readonly<Record<DeliveryStatus, Figure>> {
  /** Accepted without a return, of everything judged so far; what is pending is in no denominator. */
  readonly firstTime: Rate;
  readonly returns: Figure;
  readonly majorContentErrors: Figure;
}

export interface CoordinationFigures extends Readonly<Record<CoordinationStatus, Figure>> {
  readonly asked: Figure;
  /** Answered in time, of the requests whose answer is in or overdue and had a day. */
  readonly rate: Rate;
}

export interface ObstacleFigures {
  readonly raised: Figure;
  /** Raised on or before the due date in force, or on a task without one. */
  readonly raisedBeforeDue: Figure;
  readonly withProposal: Figure;
  readonly directed: Figure;
  readonly resolved: Figure;
  readonly daysToDirection: DaySpread;
}

type Tied<T> = T & Counted;

const tied = <T extends { readonly eventIds: readonly string[] }>(
  outcomes: readonly TaskOutcome[],
  of: (outcome: TaskOutcome) => readonly T[],
): readonly Tied<T>[] =>
  outcomes.flatMap((outcome) =>
    of(outcome).map((thing) => ({
      ...thing,
      taskId: outcome.taskId,
      // A thing that did not happen (a missing report) is shown by what made it due.
      eventIds: thing.eventIds.length > 0 ? thing.eventIds : outcome.lifeEventIds,
    })),
  );

/** True for every unit, or for the one asked about. */
export type UnitFilter = (unitId: string) => boolean;

function reportFigures(reports: readonly Tied<OwedReport>[], minimumN: number): ReportingFigures {
  const of = (status: ReportStatus): Figure =>
    figure(reports.filter((report) => report.status === status));
  const [inTime, nil, late, missing] = [of('inTime'), of('nil'), of('late'), of('missing')];
  const rate = rateOf(inTime.count + nil.count, reports.length, minimumN);
  return { due: figure(reports), inTime, nil, late, missing, rate };
}

export function reportingOf(
  outcomes: readonly TaskOutcome[],
  isAsked: UnitFilter,
  minimumN: number,
): { readonly all: ReportingFigures; readonly byKind: ReportingByKind } {
  const owed = (some: readonly TaskOutcome[]) =>
    reportFigures(
      tied(some, ({ reports }) => reports.filter(({ unitId }) => isAsked(unitId))),
      minimumN,
    );
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  const byKind = Object.fromEntries(
    kinds.map((kind) => [kind, owed(outcomes.filter((outcome) => outcome.kind === kind))]),
  );
  return { all: owed(outcomes), byKind };
}

export function acceptanceOf(
  outcomes: readonly TaskOutcome[],
  minimumN: number,
): AcceptanceFigures {
  const deliveries = tied(outcomes, (outcome) => outcome.deliveries);
  const returns = tied(outcomes, (outcome) =>
    outcome.returns.map((item) => ({ ...item, eventIds: [item.eventId] })),
  );
  const of = (status: DeliveryStatus): Figure =>
    figure(deliveries.filter((delivery) => delivery.status === status));
  const [acceptedFirst, pending] = [of('acceptedFirst'), of('pending')];
  return {
    acceptedFirst,
    acceptedLater: of('acceptedLater'),
    sentBack: of('sentBack'),
    pending,
    firstTime: rateOf(acceptedFirst.count, deliveries.length - pending.count, minimumN),
    returns: figure(returns),
    majorContentErrors: figure(returns.filter(({ majorContentError }) => majorContentError)),
  };
}

/** Over all tasks, not only those the unit leads: it is asked for help with the tasks of others. */
export function coordinationOf(
  outcomes: readonly TaskOutcome[],
  isAsked: UnitFilter,
  minimumN: number,
): CoordinationFigures {
  const asked: readonly Tied<Coordination>[] = tied(outcomes, ({ coordinations }) =>
    coordinations.filter(({ unitId }) => isAsked(unitId)),
  );
  const of = (status: CoordinationStatus): Figure =>
    figure(asked.filter((coordination) => coordination.status === status));
  const [inTime, late, overdue] = [of('inTime'), of('late'), of('overdue')];
  const rate = rateOf(inTime.count, inTime.count + late.count + overdue.count, minimumN);
  const [undated, pending] = [of('undated'), of('pending')];
  return { asked: figure(asked), inTime, late, undated, overdue, pending, rate };
}

export function obstaclesFigures(
  outcomes: readonly TaskOutcome[],
  isAsked: UnitFilter,
): ObstacleFigures {
  const all = tied(outcomes, ({ obstacles, byDateInForce: { dueOn } }) =>
    obstacles
      .filter(({ unitId }) => isAsked(unitId))
      .map((obstacle) => ({ ...obstacle, isEarly: dueOn === null || obstacle.raisedOn <= dueOn })),
  );
  const where = (holds: (obstacle: Obstacle & { readonly isEarly: boolean }) => boolean): Figure =>
    figure(all.filter(holds));
  return {
    raised: figure(all),
    raisedBeforeDue: where(({ isEarly }) => isEarly),
    withProposal: where(({ hasProposal }) => hasProposal),
    directed: where(({ daysToDirection }) => daysToDirection !== null),
    resolved: where(({ isResolved }) => isResolved),
    daysToDirection: daySpread(
      all.map(({ daysToDirection }) => daysToDirection).filter((days) => days !== null),
    ),
  };
}
