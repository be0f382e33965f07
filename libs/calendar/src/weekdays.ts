import { daysBetween, localDate, type LocalDate } from '@thidua/kernel';

const A_MONDAY = localDate('2024-01-01');

/** 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: LocalDate): number {
  const days = daysBetween(A_MONDAY, day) % 7;
  return (days < 0 ? days + 7 : days) + 1;
}

/** Saturday or Sunday: the week of public offices has five days of work (decision 188/1999/QĐ-TTg). */
export const isWeekend = (day: LocalDate): boolean => weekdayOf(day) > 5;
