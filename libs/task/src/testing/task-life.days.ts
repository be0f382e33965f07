import { addDays, localDate, type LocalDate, type LocalMonth } from '@thidua/kernel';

/** The day every course begins on. */
export const FIRST_DAY = localDate('2026-01-15');

const firstOfMonth = (month: string): LocalDate => localDate(`${month}-01`);

function endOfMonth(month: string): LocalDate {
  let day = firstOfMonth(month);
  while (addDays(day, 1).startsWith(month)) day = addDays(day, 1);
  return day;
}

export const quarterOf = (month: LocalMonth): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The days of a month such as `2026-03` or a quarter such as `2026-Q1`. */
export function spanOf(period: string) {
  const [year, rest] = [period.slice(0, 4), period.slice(5)];
  const quarter = rest.startsWith('Q') ? Number(rest.slice(1)) : null;
  if (quarter === null) {
    return { every: 'month', fromOn: firstOfMonth(period), toOn: endOfMonth(period) } as const;
  }
  const monthOf = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  const fromOn = firstOfMonth(monthOf(quarter * 3 - 2));
  return { every: 'quarter', fromOn, toOn: endOfMonth(monthOf(quarter * 3)) } as const;
}
