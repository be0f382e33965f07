import { addDays, lastDayOfMonth, localDate, type LocalDate } from '@thidua/kernel';

/**
 * Where a period of reporting is cut: `15_14` from the 15th of the month before to the 14th (decree 09/2019/NĐ-CP,
 * article 12), `CALENDAR` by whole months. The office chooses; both are in use.
 */
export type ReportWindow = '15_14' | 'CALENDAR';

/** Months in a period of each kind. */
const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
export type ReportPeriodKind = keyof typeof MONTHS;

/** A period of reporting; both days belong to it. */
export interface ReportPeriod {
  readonly kind: ReportPeriodKind;
  /** The year reported on; under `15_14` it begins on 15 December of the year before. */
  readonly year: number;
  /** Which one of its kind in the year, from 1. */
  readonly number: number;
  readonly from: LocalDate;
  /** The last day whose facts count. */
  readonly cutOff: LocalDate;
}

const LAST_DAY_OF_WINDOW = 14;

/** The period of reporting a day belongs to. */
export function reportPeriodOf(
  day: LocalDate,
  kind: ReportPeriodKind,
  window: ReportWindow,
): ReportPeriod {
  const written = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const isNext = window === '15_14' && Number(day.slice(8)) > LAST_DAY_OF_WINDOW;
  const month = written + (isNext ? 1 : 0);
  const length = MONTHS[kind];
  const first = month - (month % length);
  return {
    kind,
    year: Math.floor(first / 12),
    number: (first % 12) / length + 1,
    from: addDays(endOfMonth(first - 1, window), 1),
    cutOff: endOfMonth(first + length - 1, window),
  };
}

/** Last day of a month counted from year 0, as the window cuts it. */
function endOfMonth(month: number, window: ReportWindow): LocalDate {
  const last = lastDayOfMonth(Math.floor(month / 12), (month % 12) + 1);
  return window === 'CALENDAR' ? last : localDate(`${last.slice(0, 8)}${LAST_DAY_OF_WINDOW}`);
}
