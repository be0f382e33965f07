import type { LocalDate } from '@thidua/kernel';
import type { SeriesPeriod, Task } from '../task.state';
import { rhythmOf, type Rhythm } from './planned-recurrence';
import { spanOf, type PeriodSpan } from './report-period';

/** A series of reports whose beginning is known. */
export interface OwedSeries extends Rhythm {
  /** The milestone where the task has one, otherwise the assignment. */
  readonly startOn: LocalDate;
}

/** Work done once, or all year without periods, has no series. */
export const isSeriesKind = ({ assignment: { kind } }: Task): boolean =>
  kind !== 'one-off' && kind !== 'ongoing';

/** Day from which a series is owed; null before the milestone it waits for. */
export const seriesStartOf = (task: Task): LocalDate | null =>
  task.assignment.kind === 'recurring' ? task.assignment.assignedOn : task.milestoneReachedOn;

/** The series the task owes; null for other work, before its milestone, and while nobody set how often. */
export function owedSeries(task: Task): OwedSeries | null {
  const rhythm = rhythmOf(task);
  const startOn = seriesStartOf(task);
  if (!isSeriesKind(task) || rhythm === null || startOn === null) return null;
  const { every, dueWithinDays } = rhythm;
  return { every, dueWithinDays, startOn };
}

/**
 * The open period that covers some of the days, at any frequency: what was opened before the frequency changed stays owed,
 * so no other period may cover its days again.
 */
export const coveringPeriod = (
  { periods }: Task,
  { fromOn, toOn }: Pick<PeriodSpan, 'fromOn' | 'toOn'>,
): SeriesPeriod | undefined =>
  periods.find((owed) => {
    const other = spanOf(owed.period);
    return other.fromOn <= toOn && fromOn <= other.toOn;
  });
