import {
  DAY_UNITS,
  DEADLINE_DAYS_MAX,
  dayKind,
  deriveDeadline,
  isWorkingDay,
  workingDaysBetween,
  type CalendarDay,
  type DayUnit,
  type DerivedDeadline,
  type Notice,
} from '@thidua/calendar';
import { addDays, localDate, type LocalDate } from '@thidua/kernel';
import type { AnswerHeader, ApplicationParts } from '../application-parts';
import { InvalidInput } from '../calls/call-errors';
import { readDay } from '../calls/read-day';
import type { KnownCalendar } from './calendar-source';

/** The calendar follows the log itself, so its answer always holds everything recorded before the question. */
const headerOf = ({ position, calendar }: KnownCalendar) => ({
  position,
  caughtUp: true,
  calendarId: calendar.calendarId,
  calendarVersion: calendar.version,
});

export interface CalendarHeader extends AnswerHeader {
  readonly calendarId: string;
  readonly calendarVersion: string;
}

export interface CalendarYearAnswer extends CalendarHeader {
  readonly year: number;
  readonly workingDayCount: number;
  /** Days that are not what their day of the week says, in order. */
  readonly days: readonly CalendarDay[];
  readonly workingDaysByMonth: readonly number[];
}

/** @throws CommandRejected CALENDAR_YEAR_NOT_COVERED. */
export async function calendarYear(
  parts: ApplicationParts,
  { year }: { readonly year: number },
): Promise<CalendarYearAnswer> {
  const known = await parts.calendar.current();
  const days = daysFrom(localDate(`${year}-01-01`), localDate(`${year}-12-31`)).map((on) =>
    dayKind(known.calendar, on),
  );
  const workingDaysByMonth = Array.from(
    { length: 12 },
    (_, month) =>
      days.filter(({ on, isWorking }) => isWorking && Number(on.slice(5, 7)) === month + 1).length,
  );
  return {
    ...headerOf(known),
    year,
    workingDayCount: workingDaysByMonth.reduce((sum, count) => sum + count, 0),
    days: days.filter(({ on }) => known.calendar.specialDays.has(on)),
    workingDaysByMonth,
  };
}

function daysFrom(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on);
  return days;
}

export interface WorkingDaysInput {
  readonly from: string;
  /** Count so many days from `from`; one of `days` and `to`. */
  readonly days?: number | undefined;
  readonly to?: string | undefined;
  /** `working` when left out. */
  readonly unit?: string | undefined;
}

/** The deadline so many days after `from`, with every step. */
export interface DeadlineAnswer extends CalendarHeader, DerivedDeadline {}

/** How many days are worked after `from`, up to and including `to`. */
export interface WorkingDaysAnswer extends CalendarHeader {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly workingDayCount: number;
  readonly daysOff: readonly CalendarDay[];
}

/** @throws InvalidInput, CommandRejected DATE_UNREADABLE, CALENDAR_YEAR_NOT_COVERED. */
export async function workingDays(
  parts: ApplicationParts,
  input: WorkingDaysInput,
): Promise<DeadlineAnswer | WorkingDaysAnswer> {
  const known = await parts.calendar.current();
  const { calendar } = known;
  const from = readDay('from', input.from);
  if (input.days !== undefined && input.to === undefined) {
    const days = readCount(input.days);
    return {
      ...headerOf(known),
      ...deriveDeadline({ from, days, unit: readUnit(input.unit), calendar }),
    };
  }
  if (input.to === undefined || input.days !== undefined) {
    throw new InvalidInput([
      { path: 'days', message: 'cần đúng một trong hai: days hoặc to (give either days or to)' },
    ]);
  }
  const to = readTo(from, input.to);
  return {
    ...headerOf(known),
    from,
    to,
    workingDayCount: workingDaysBetween(calendar, from, to),
    daysOff: daysFrom(addDays(from, 1), to)
      .filter((on) => !isWorkingDay(calendar, on))
      .map((on) => dayKind(calendar, on)),
  };
}

function readTo(from: LocalDate, written: string): LocalDate {
  const to = readDay('to', written);
  if (to >= from) return to;
  throw new InvalidInput([{ path: 'to', message: `phải từ ${from} (must not be before from)` }]);
}

function readCount(days: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= DEADLINE_DAYS_MAX) return days;
  const message = `phải là số nguyên từ 1 đến ${DEADLINE_DAYS_MAX} (a whole number, 1 to ${DEADLINE_DAYS_MAX})`;
  throw new InvalidInput([{ path: 'days', message }]);
}

function readUnit(unit: string | undefined): DayUnit {
  if (unit === undefined) return 'working';
  const found = DAY_UNITS.find((each) => each === unit);
  if (found !== undefined) return found;
  const message = `phải là một trong: ${DAY_UNITS.join(', ')} (must be one of these)`;
  throw new InvalidInput([{ path: 'unit', message }]);
}

export interface CalendarNoticesAnswer extends CalendarHeader {
  /** In the order in which they were recorded, with the events that say so. */
  readonly notices: readonly (Notice & { readonly eventIds: readonly string[] })[];
}

export async function calendarNotices(parts: ApplicationParts): Promise<CalendarNoticesAnswer> {
  const known = await parts.calendar.current();
  const eventIdsOf = ({ added }: Notice): readonly string[] =>
    known.history.filter(({ data }) => data.noticeId === added.noticeId).map(({ id }) => id);
  return {
    ...headerOf(known),
    notices: known.register.notices.map((notice) => ({ ...notice, eventIds: eventIdsOf(notice) })),
  };
}
