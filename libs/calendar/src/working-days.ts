import { addDays, type LocalDate } from '@thidua/kernel';
import { isWorkingDay, type WorkingCalendar } from './working-calendar';

// All of these throw CommandRejected CALENDAR_YEAR_NOT_COVERED when the count leaves the years of the calendar.

/** The first working day after the day. */
export const nextWorkingDay = (calendar: WorkingCalendar, day: LocalDate): LocalDate =>
  step(calendar, day, 1);

/** The last working day before the day. */
export const previousWorkingDay = (calendar: WorkingCalendar, day: LocalDate): LocalDate =>
  step(calendar, day, -1);

/** The day itself when it is worked, otherwise the next working day (Civil Code 2015, article 148.5). */
export const rollForward = (calendar: WorkingCalendar, day: LocalDate): LocalDate =>
  isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);

/**
 * The working day that is `count` working days after the day, or before it when `count` is negative; the day itself when
 * it is 0. The day counted from is left out (Civil Code 2015, article 147).
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: LocalDate,
  count: number,
): LocalDate {
  const direction = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; left -= 1) day = step(calendar, day, direction);
  return day;
}

/** Working days after `from` up to and including `to`; the same number negated when `to` is earlier. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

function step(calendar: WorkingCalendar, from: LocalDate, direction: 1 | -1): LocalDate {
  let day = addDays(from, direction);
  while (!isWorkingDay(calendar, day)) day = addDays(day, direction);
  return day;
}
