/** Days off on weekdays in 2025 and January 2026, and Saturdays worked instead, as announced; written down by hand. */
const OFF = new Set([
  ...['2025-01-01', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
  ...['2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
  ...['2026-01-01', '2026-01-02'],
]);
const MADE_UP = new Set(['2025-04-26', '2026-01-10']);

const DAY_MS = 86_400_000;

export const dayAfter = (day: string, count = 1): string =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

export const isWorked = (day: string): boolean => {
  const weekday = new Date(day).getUTCDay();
  return MADE_UP.has(day) || (!OFF.has(day) && weekday !== 0 && weekday !== 6);
};

const counted = new Map<string, string>();

/** The day so many working days after or before a day; none: the day itself, or the next one worked. */
export function workedFrom(day: string, count: number): string {
  const key = `${day} ${count}`;
  const found = counted.get(key) ?? countFrom(day, count);
  counted.set(key, found);
  return found;
}

function countFrom(day: string, count: number): string {
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = dayAfter(found, Math.sign(count));
    if (isWorked(found)) left -= 1;
  }
  while (!isWorked(found)) found = dayAfter(found);
  return found;
}

export const daysBetween = (first: string, last: string): readonly string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
};

/** The last day of a month, `YYYY-MM`. */
export const lastDayOf = (month: string): string =>
  dayAfter(`${dayAfter(`${month}-28`, 4).slice(0, 7)}-01`, -1);
