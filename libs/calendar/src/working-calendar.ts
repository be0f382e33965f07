import { yearOf, type LocalDate } from '@thidua/kernel';
import { isWorkingKind, type CalendarDay, type DayKind } from './calendar-day';
import { rejectDay } from './calendar.rejections';
import { fingerprintOf } from './fingerprint';
import { isWeekend } from './weekdays';
import { specialDaysOf } from './years/days-of-year';
import { FIRST_YEAR, LAST_YEAR } from './years/lunar-days';

/** What one notice makes of one day. */
export interface DayChange {
  readonly on: LocalDate;
  readonly becomes: Exclude<DayKind, 'weekend'>;
  /** Vietnamese, shown beside the day; null where the title of the notice says enough. */
  readonly name: string | null;
}

/** A notice in force, as the calendar needs it. */
export interface NoticeInForce {
  readonly noticeId: string;
  readonly title: string;
  /** Number and date of the document; the title where there is none. */
  readonly legalBasis: string;
  readonly days: readonly DayChange[];
}

/** Working days of Vietnamese public offices: shipped data and the notices in force. */
export interface WorkingCalendar {
  readonly calendarId: string;
  /** Two calendars of one version count the same days; kept beside every deadline that was counted. */
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Days that are not what their day of the week says. */
  readonly specialDays: ReadonlyMap<LocalDate, CalendarDay>;
}

export const CALENDAR_ID = 'vn';

const BASE_DAYS: readonly CalendarDay[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => specialDaysOf(FIRST_YEAR + index),
).flat();

/** The calendar with the notices laid over the shipped data; of two notices on one day the later one counts. */
export function workingCalendar(notices: readonly NoticeInForce[] = []): WorkingCalendar {
  const specialDays = new Map(
    [...BASE_DAYS, ...notices.flatMap(daysOf)].map((day) => [day.on, day]),
  );
  const content = [...specialDays]
    .map(([on, { isWorking }]) => `${on}${isWorking ? '+' : '-'}`)
    .sort()
    .join('');
  return {
    calendarId: CALENDAR_ID,
    version: `${CALENDAR_ID}-${fingerprintOf(content)}`,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    specialDays,
  };
}

const daysOf = ({ noticeId, title, legalBasis, days }: NoticeInForce): readonly CalendarDay[] =>
  days.map(({ on, becomes, name }) => ({
    on,
    kind: becomes,
    isWorking: isWorkingKind(becomes),
    name: name ?? title,
    legalBasis,
    confidence: 'announced',
    noticeId,
  }));

const WEEK = 'Quyết định 188/1999/QĐ-TTg';

/**
 * What the calendar says of a day, and on which legal basis.
 * @throws CommandRejected CALENDAR_YEAR_NOT_COVERED.
 */
export function dayKind(calendar: WorkingCalendar, on: LocalDate): CalendarDay {
  const { firstYear: first, lastYear: last } = calendar;
  if (yearOf(on) < first || yearOf(on) > last) {
    return rejectDay('CALENDAR_YEAR_NOT_COVERED', { on, first, last });
  }
  const special = calendar.specialDays.get(on);
  if (special !== undefined) return special;
  const kind = isWeekend(on) ? 'weekend' : 'working';
  return {
    on,
    kind,
    isWorking: kind === 'working',
    name: null,
    legalBasis: WEEK,
    confidence: 'announced',
    noticeId: null,
  };
}

/** @throws CommandRejected CALENDAR_YEAR_NOT_COVERED. */
export const isWorkingDay = (calendar: WorkingCalendar, on: LocalDate): boolean =>
  dayKind(calendar, on).isWorking;
