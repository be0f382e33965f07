/** The months of the year, 1 to 12, that a period `2026-03` or `2026-Q1` covers. */
export function monthsOf(period: string): readonly number[] {
  const part = period.slice(5);
  if (!part.startsWith('Q')) return [Number(part)];
  const first = 3 * Number(part.slice(1)) - 2;
  return [first, first + 1, first + 2];
}

export const isQuarter = (period: string): boolean => period.charAt(5) === 'Q';

export const yearOfPeriod = (period: string): number => Number(period.slice(0, 4));

const written = (month: number): string => String(month).padStart(2, '0');

/** First and last day of a period. No month has a day after the 31st, so its last day compares as that. */
export function spanOf(period: string): readonly [first: string, last: string] {
  const [year, months] = [period.slice(0, 4), monthsOf(period)];
  const [first = 1, last = 12] = [months[0], months.at(-1)];
  return [`${year}-${written(first)}-01`, `${year}-${written(last)}-31`];
}
