import { addDays, type LocalDate } from '@thidua/kernel';
import type { SeededRandom } from '../chance/seeded-random';
import { closedOn, firstReportOn, type Course } from './course';
import { earlier, workdayAfter } from './workdays';

/** Days between which something beside the main line may happen, both included. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Stands for an end that never comes; every act after the year is left out anyway. */
const NEVER = '2999-12-31' as LocalDate;

const dayBefore = (day: LocalDate | null): LocalDate => (day === null ? NEVER : addDays(day, -1));

/** While work is going on and no result is reported yet; null when there is no such day. */
export function workWindow(course: Course): Window | null {
  if (course.startOn === null) return null;
  const to = earlier(dayBefore(firstReportOn(course)), dayBefore(closedOn(course)));
  return course.startOn < to ? { from: addDays(course.startOn, 1), to } : null;
}

/** While the task is unfinished in any way: from the acceptance on. */
export const unfinishedWindow = (course: Course): Window => ({
  from: addDays(course.acceptedOn, 1),
  to: dayBefore(closedOn(course)),
});

export const isWithin = ({ from, to }: Window, day: LocalDate): boolean => from <= day && day <= to;

/** A working day drawn from the window, at most so many days into it; null when it has none. */
export function drawnFrom(
  window: Window,
  random: SeededRandom,
  dayCountMax: number,
): LocalDate | null {
  const day = workdayAfter(addDays(window.from, random.between(0, dayCountMax)));
  return isWithin(window, day) ? day : null;
}
