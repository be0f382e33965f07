import { addDays, type LocalDate } from '@thidua/kernel';

const weekday = (day: LocalDate): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** The day itself, or the Monday after a weekend. Public holidays are not kept. */
export function workdayAfter(day: LocalDate): LocalDate {
  const of = weekday(day);
  if (of === 6) return addDays(day, 2);
  return of === 0 ? addDays(day, 1) : day;
}

/** The day itself, or the Friday before a weekend. */
export function workdayBefore(day: LocalDate): LocalDate {
  const of = weekday(day);
  if (of === 6) return addDays(day, -1);
  return of === 0 ? addDays(day, -2) : day;
}

/** So many days on, moved to a working day. */
export const laterBy = (day: LocalDate, dayCount: number): LocalDate =>
  workdayAfter(addDays(day, dayCount));

export const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
export const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
