import type { LocalDate } from '@thidua/kernel';

/**
 * `holiday` = public holiday; `lieu` = day in lieu of a holiday that fell on a weekend (nghỉ bù); `swapped-off` = working
 * day given off against a `make-up` Saturday or Sunday (nghỉ hoán đổi, làm bù).
 */
export const DAY_KINDS = [
  'working',
  'weekend',
  'holiday',
  'lieu',
  'swapped-off',
  'make-up',
] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/**
 * How far the day can be relied on: `announced` = by law or by a notice in force; `reported` = known from the press only,
 * the Office confirms; `expected` = computed by rule, the notice of that year is awaited.
 */
export type Confidence = 'announced' | 'reported' | 'expected';

/** One day as the calendar has it. */
export interface CalendarDay {
  readonly on: LocalDate;
  readonly kind: DayKind;
  readonly isWorking: boolean;
  /** Vietnamese; null for a plain day of the week. */
  readonly name: string | null;
  readonly legalBasis: string;
  readonly confidence: Confidence;
  /** The notice that made it so; null where the shipped data does. */
  readonly noticeId: string | null;
}

export const isWorkingKind = (kind: DayKind): boolean => kind === 'working' || kind === 'make-up';
