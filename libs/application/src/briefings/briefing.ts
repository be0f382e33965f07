import {
  addDays,
  compareNumbering,
  localDate,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@thidua/kernel';
import { pick, type Told } from '../questions/frame/told';
import type { Behind } from '../questions/frame/findings';
import type { Facts, TaskFile } from '../questions/frame/question';
import { citation, taskOf, unitsLeading, type TaskRow } from '../questions/frame/task-rows';
import { owedRows } from '../questions/reporting/owed-reports';
import { OBSTACLE_EVENTS, obstaclesOf } from '../questions/steering/obstacles';

/** Event types a briefing reads. */
export const BRIEFING_EVENTS = [
  ...OBSTACLE_EVENTS,
  'ProgressReported',
  'NilReported',
  'ResultReported',
  'ResultReturned',
] as const;

/** How work that is neither done nor overdue stands: a trigger has not come, the result is before its judges, or in hand. */
export type Standing = 'waiting' | 'reported' | 'working';

/** What became of a direction by the cut-off day, the strongest first. */
export type Aftermath = 'done' | 'resolved' | 'overdue' | 'reported' | 'nothing';

export interface BriefedDirection extends TaskRow {
  readonly unitIds: readonly string[];
  readonly givenOn: LocalDate;
  readonly text: string;
  readonly actBy: LocalDate | null;
  readonly document: string | null;
  readonly aftermath: Aftermath;
}

/** The month as one unit brings it to the briefing. */
export interface UnitBriefing {
  readonly unitId: string;
  readonly done: readonly (TaskRow & {
    readonly completedOn: LocalDate;
    readonly isLate: boolean;
  })[];
  readonly late: readonly (TaskRow & {
    readonly dueOn: LocalDate | null;
    readonly daysLate: number | null;
    /** As for open work. */
    readonly progress: string | null;
  })[];
  readonly open: readonly (TaskRow & {
    readonly dueOn: LocalDate | null;
    readonly standing: Standing;
    /** The unit's own words of the month; null where it reported nothing or nil. */
    readonly progress: string | null;
  })[];
  readonly noReport: readonly TaskRow[];
  readonly obstacles: readonly (TaskRow & {
    readonly raisedOn: LocalDate;
    readonly text: string;
    readonly proposals: readonly string[];
    readonly directions: readonly string[];
  })[];
}

export interface Briefing {
  readonly month: LocalMonth;
  readonly units: readonly UnitBriefing[];
  /** Directions of the month before, with what became of them. */
  readonly earlierDirections: readonly BriefedDirection[];
  /** Directions given within the month. */
  readonly directions: readonly BriefedDirection[];
}

export const firstDayOf = (month: LocalMonth): LocalDate => localDate(`${month}-01`);
export const monthBefore = (month: LocalMonth): LocalMonth =>
  monthOf(addDays(firstDayOf(month), -1));

const ofUnit = (files: readonly TaskFile[], unitId: string): readonly TaskFile[] =>
  files.filter(({ outcome }) => unitsLeading(outcome).includes(unitId));

const bucketOf = ({ outcome }: TaskFile): string => outcome.byDateInForce.bucket;

const withEvents = (file: TaskFile, events: readonly Told[] = []): TaskRow => ({
  ...taskOf(file.outcome),
  eventIds: [
    ...new Set([...file.outcome.byDateInForce.eventIds, ...events.map(({ eventId }) => eventId)]),
  ],
});

/** From the first day of the month to the cut-off day, so that nothing falls between two briefings of the same day. */
function doneIn(month: LocalMonth, file: TaskFile) {
  const { completedOn, byDateInForce } = file.outcome;
  if (completedOn === null || completedOn < firstDayOf(month)) return [];
  return [{ ...withEvents(file), completedOn, isLate: byDateInForce.bucket === 'doneLate' }];
}

/** The task with its due date and what the unit said of it in the month. */
function workRow(month: LocalMonth, unitId: string, file: TaskFile) {
  const told = pick(file.told, 'ProgressReported').filter(
    ({ data }) => data.period === month && data.unitId === unitId,
  );
  const progress = told.at(-1)?.data.text ?? null;
  return { ...withEvents(file, told), dueOn: file.outcome.byDateInForce.dueOn, progress };
}

function standingOf(file: TaskFile): Standing {
  if (bucketOf(file) === 'waiting') return 'waiting';
  const last = pick(file.told, 'ResultReported', 'ResultReturned').at(-1);
  return last?.type === 'ResultReported' ? 'reported' : 'working';
}

const inOrderOfNumbers = (files: readonly TaskFile[]): readonly TaskFile[] =>
  files.toSorted((a, b) => compareNumbering(a.outcome.no, b.outcome.no));

function unitBriefing(month: LocalMonth, unitId: string, facts: Facts): UnitBriefing {
  const own = ofUnit(facts.files, unitId);
  const request = { ...facts.request, unitId, fromMonth: month, toMonth: month };
  const owed = owedRows({ files: facts.files, request });
  return {
    unitId,
    done: own.flatMap((file) => doneIn(month, file)),
    late: own
      .filter((file) => bucketOf(file) === 'openOverdue')
      .map((file) => ({
        ...workRow(month, unitId, file),
        daysLate: file.outcome.byDateInForce.daysLate,
      })),
    open: own
      .filter(({ outcome }) => !outcome.isDone && outcome.leftAs === null)
      .filter((file) => bucketOf(file) !== 'openOverdue')
      .map((file) => ({ ...workRow(month, unitId, file), standing: standingOf(file) })),
    noReport: owed
      .filter(({ status }) => status === 'missing')
      .map(({ taskId, no, title, eventIds }) => ({ taskId, no, title, eventIds })),
    // What a finished task once met no longer stands in anybody's way.
    obstacles: facts.files
      .filter(({ outcome }) => !outcome.isDone && outcome.leftAs === null)
      .flatMap(obstaclesOf)
      .filter((obstacle) => obstacle.unitId === unitId && obstacle.resolvedOn === null),
  };
}

/** What shows that a direction was followed, and how far. */
function aftermathOf(direction: Told<'DirectionGiven'>, file: TaskFile, asOf: LocalDate) {
  const { obstacleId, actBy } = direction.data;
  const later = file.told.filter(({ position }) => position > direction.position);
  const resolved = pick(later, 'ObstacleResolved').filter(
    ({ data }) => data.obstacleId === obstacleId,
  );
  const reports = pick(later, 'ProgressReported', 'ResultReported');
  const found = (aftermath: Aftermath, behind: readonly Behind[]) => ({ aftermath, behind });
  const ids = (events: readonly Told[]) => events.map(({ eventId }) => ({ eventIds: [eventId] }));
  if (file.outcome.isDone) return found('done', [file.outcome.byDateInForce]);
  if (resolved.length > 0) return found('resolved', ids(resolved));
  if (actBy !== null && actBy < asOf) return found('overdue', ids(reports));
  return reports.length > 0 ? found('reported', ids(reports)) : found('nothing', []);
}

const directionsIn = (month: LocalMonth, { files, request }: Facts): readonly BriefedDirection[] =>
  files.flatMap((file) =>
    pick(file.told, 'DirectionGiven')
      .filter(({ on }) => monthOf(on) === month)
      .map((direction) => {
        const { aftermath, behind } = aftermathOf(direction, file, request.asOf);
        const { text, actBy, document } = direction.data;
        return {
          ...taskOf(file.outcome),
          unitIds: unitsLeading(file.outcome),
          givenOn: direction.on,
          ...{ text, actBy, aftermath },
          document: document === null ? null : citation(document),
          eventIds: [direction.eventId, ...behind.flatMap(({ eventIds }) => eventIds)],
        };
      }),
  );

/** The monthly briefing (giao ban) from the facts as of its cut-off day. Pure. */
export function briefingOf(month: LocalMonth, { files, ...others }: Facts): Briefing {
  const facts: Facts = { ...others, files: inOrderOfNumbers(files) };
  const leading = new Set(facts.files.flatMap(({ outcome }) => unitsLeading(outcome)));
  const inOrder = facts.directory
    .unitsOn(facts.request.asOf)
    .map(({ unitId }) => unitId)
    .filter((unitId) => leading.has(unitId));
  return {
    month,
    units: inOrder.map((unitId) => unitBriefing(month, unitId, facts)),
    earlierDirections: directionsIn(monthBefore(month), facts),
    directions: directionsIn(month, facts),
  };
}
