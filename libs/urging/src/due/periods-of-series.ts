import {
  lastDayOfMonth,
  monthsBetween,
  yearOf,
  type LocalDate,
  type LocalMonth,
} from '@thidua/kernel';

/** One period of a series of reports. */
export interface SeriesPeriod {
  /** `2026-03`, `2026-Q1`, `2026-H1` or `2026`. */
  readonly period: string;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

/** Months in a period, by the rhythm in which plans are read. Weekly and unnamed rhythms open nothing by themselves. */
const MONTHS: Readonly<Record<string, 1 | 3 | 6 | 12>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  SEMIANNUAL: 6,
  YEARLY: 12,
};

const nameOf = (year: number, length: 1 | 3 | 6 | 12, ordinal: number): string => {
  if (length === 12) return String(year);
  if (length === 1) return `${year}-${String(ordinal).padStart(2, '0')}`;
  return `${year}-${length === 3 ? 'Q' : 'H'}${ordinal}`;
};

/** Periods that begin within the span, in order; none for a rhythm without periods of its own. */
export function periodsOfSeries(
  recurrence: string,
  from: LocalDate,
  to: LocalDate,
): readonly SeriesPeriod[] {
  const length = MONTHS[recurrence];
  if (length === undefined) return [];
  return monthsBetween(from, to)
    .filter((month) => (monthNumber(month) - 1) % length === 0)
    .map((month): SeriesPeriod => {
      const [year, first] = [yearOf(month), monthNumber(month)];
      return {
        period: nameOf(year, length, (first - 1) / length + 1),
        firstOn: `${month}-01` as LocalDate,
        lastOn: lastDayOfMonth(year, first + length - 1),
      };
    })
    .filter(({ firstOn }) => firstOn >= from && firstOn <= to);
}

const monthNumber = (month: LocalMonth): number => Number(month.slice(5, 7));
