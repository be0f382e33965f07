import type { SeriesFrequency } from '../events/event-fields';
import type { Task } from '../task.state';

/** What the importer of plans calls the frequencies a series can have. */
const FREQUENCIES: Readonly<Record<string, SeriesFrequency>> = {
  MONTHLY: 'month',
  QUARTERLY: 'quarter',
  SEMIANNUAL: 'half-year',
  YEARLY: 'year',
};

export interface Rhythm {
  readonly every: SeriesFrequency;
  readonly dueWithinDays: number;
}

/** How often the task is reported on: as set, else as the plan says; null while it is left open. */
export function rhythmOf({ series, assignment }: Task): Rhythm | null {
  if (series !== null) return series;
  const every = FREQUENCIES[assignment.recurrence ?? ''];
  return every === undefined ? null : { every, dueWithinDays: 0 };
}

const AT_LEAST = /^MIN_(\d+)_PER_YEAR$/;

/** How many times the task has to take place: as set, else as the plan says ("ít nhất 02 …/năm"); 0 when it need not. */
export const countOwed = ({ countTarget, assignment }: Task): number =>
  countTarget?.count ?? Number(AT_LEAST.exec(assignment.recurrence ?? '')?.[1] ?? 0);
