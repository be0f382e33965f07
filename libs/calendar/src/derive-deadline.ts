import { addDays, invariant, type LocalDate } from '@thidua/kernel';
import type { CalendarDay } from './calendar-day';
import { dayKind, type WorkingCalendar } from './working-calendar';
import { rollForward } from './working-days';

export const DAY_UNITS = ['working', 'calendar'] as const;
/** What is counted: `working` = ngày làm việc, `calendar` = ngày. */
export type DayUnit = (typeof DAY_UNITS)[number];

/** Longest count a deadline may have: two years. */
export const DEADLINE_DAYS_MAX = 731;

export interface DeadlineQuestion {
  /** The day of the event that starts the count; it is not counted itself. */
  readonly from: LocalDate;
  /** At least 1. */
  readonly days: number;
  readonly unit: DayUnit;
  readonly calendar: WorkingCalendar;
}

/** One day on the way to the deadline: counted, passed over because it is off, or the end moved off a day off. */
export interface DeadlineStep {
  readonly step: 'counted' | 'skipped' | 'rolled';
  readonly day: CalendarDay;
  /** Which of the days it is, from 1; null for a day that is not counted. */
  readonly nth: number | null;
}

/** How a deadline came about, so that it can be checked by hand. */
export interface DerivedDeadline {
  /** The last day in time. */
  readonly dueOn: LocalDate;
  readonly from: LocalDate;
  readonly days: number;
  readonly unit: DayUnit;
  readonly calendarVersion: string;
  /** Every day after `from` up to the deadline. */
  readonly steps: readonly DeadlineStep[];
}

/**
 * The deadline that is so many days after a day. The first day is not counted (Civil Code 2015, article 147.2); a last day
 * that is off moves to the next working day (article 148.5). Working days pass over days off.
 * @throws CommandRejected CALENDAR_YEAR_NOT_COVERED.
 */
export function deriveDeadline({ from, days, unit, calendar }: DeadlineQuestion): DerivedDeadline {
  invariant(Number.isInteger(days) && days >= 1, 'a deadline counts at least one whole day');
  const steps: DeadlineStep[] = [];
  let on = from;
  for (let nth = 0; nth < days;) {
    on = addDays(on, 1);
    const day = dayKind(calendar, on);
    const counts = unit === 'calendar' || day.isWorking;
    if (counts) nth += 1;
    steps.push(counts ? { step: 'counted', day, nth } : { step: 'skipped', day, nth: null });
  }
  const dueOn = rollForward(calendar, on);
  while (on < dueOn) {
    on = addDays(on, 1);
    steps.push({ step: 'rolled', day: dayKind(calendar, on), nth: null });
  }
  return { dueOn, from, days, unit, calendarVersion: calendar.version, steps };
}

/**
 * The last day of a period of working days that begins with an event on `from`, e.g. seven days for an appeal.
 * @throws CommandRejected CALENDAR_YEAR_NOT_COVERED.
 */
export const workingDayDeadline = (
  calendar: WorkingCalendar,
  from: LocalDate,
  days: number,
): LocalDate => deriveDeadline({ from, days, unit: 'working', calendar }).dueOn;
