import { invariant, lastDayOfMonth, localDate, type LocalDate } from '@thidua/kernel';
import type { SeriesFrequency } from '../events/event-fields';

/** A period as written, and the calendar days it covers, both included. */
export interface PeriodSpan {
  readonly every: SeriesFrequency;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

const SHAPES: readonly (readonly [SeriesFrequency, RegExp, months: number])[] = [
  ['month', /^\d{4}-\d\d$/, 1],
  ['quarter', /^\d{4}-Q\d$/, 3],
  ['half-year', /^\d{4}-H\d$/, 6],
  ['year', /^\d{4}$/, 12],
];

/** How a period of each frequency is written. */
export const PERIOD_EXAMPLES: Readonly<Record<SeriesFrequency, string>> = {
  month: '2026-03',
  quarter: '2026-Q1',
  'half-year': '2026-H1',
  year: '2026',
};

/** The days of a period such as `2026-Q1`. The field's schema has let no other writing through. */
export function spanOf(period: string): PeriodSpan {
  const shape = SHAPES.find(([, pattern]) => pattern.test(period));
  invariant(shape, `${period} is a report period`);
  const [every, , monthCount] = shape;
  const year = period.slice(0, 4);
  const number = Number(/\d+$/.exec(period.slice(4))?.[0] ?? 1);
  const lastMonth = number * monthCount;
  const firstMonth = String(lastMonth - monthCount + 1).padStart(2, '0');
  return {
    every,
    fromOn: localDate(`${year}-${firstMonth}-01`),
    toOn: lastDayOfMonth(Number(year), lastMonth),
  };
}
