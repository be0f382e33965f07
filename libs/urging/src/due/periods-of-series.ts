import {
  lastDayOfMonth,
  localDate,
  monthsBetween,
  yearOf,
  type LocalDate,
  type LocalMonth,
} from '@thidua/kernel';
import type { SeriesFrequency } from '@thidua/task';

/** One period of a series of reports. */
export interface SeriesPeriod {
  /** `2026-03`, `2026-Q1`, `2026-H1` or `2026`. */
  readonly period: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

type MonthCount = 1 | 3 | 6 | 12;

const MONTHS: Readonly<Record<SeriesFrequency, MonthCount>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

const nameOf = (year: number, length: MonthCount, ordinal: number): string => {
  if (length === 12) return String(year);
  if (length === 1) return `${year}-${String(ordinal).padStart(2, '0')}`;
  return `${year}-${length === 3 ? 'Q' : 'H'}${ordinal}`;
};

/** Periods that have a day within the span, both ends included, in order. */
export function periodsOfSeries(
  every: SeriesFrequency,
  from: LocalDate,
  to: LocalDate,
): readonly SeriesPeriod[] {
  const length = MONTHS[every];
  return monthsBetween(localDate(`${yearOf(from)}-01-01`), to)
    .filter((month) => (monthNumber(month) - 1) % length === 0)
    .map((month): SeriesPeriod => {
      const [year, first] = [yearOf(month), monthNumber(month)];
      return {
        period: nameOf(year, length, (first - 1) / length + 1),
        fromOn: localDate(`${month}-01`),
        toOn: lastDayOfMonth(year, first + length - 1),
      };
    })
    .filter(({ fromOn, toOn }) => toOn >= from && fromOn <= to);
}

const monthNumber = (month: LocalMonth): number => Number(month.slice(5, 7));
