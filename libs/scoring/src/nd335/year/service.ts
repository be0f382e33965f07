import { lastDayOfMonth, plus, rational, ZERO, type Rational } from '@thidua/kernel';
import type { PersonFacts } from '../facts/person-facts';

/** How much of the year a person served, and which months can have a score. */
export interface Service {
  /** Length of service in the year, in months; a part of a month counts by its days. */
  readonly months: Rational;
  /** Service less unpaid leave, in months. */
  readonly workedMonths: Rational;
  /** Service less leave of any kind, in months. */
  readonly presentMonths: Rational;
  /** Months, 1 to 12, with at least one day served and not on leave. */
  readonly expected: readonly number[];
  readonly hasUnpaidLeave: boolean;
}

interface Span {
  readonly from: string;
  readonly to: string | null;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const SERVED = 1;
const ABSENT = 2;
const UNPAID = 4;
const ROW = 32;

/** Marks the days of the span that fall into the year; a day stands at month × 32 + day. */
function mark(days: Uint8Array, year: number, { from, to }: Span, flag: number): void {
  const placeOf = (date: string): number => Number(date.slice(5, 7)) * ROW + Number(date.slice(8));
  const first = from < `${year}-01-01` ? ROW : from > `${year}-12-31` ? days.length : placeOf(from);
  const last = to === null || to > `${year}-12-31` ? days.length - 1 : placeOf(to);
  if (to !== null && to < `${year}-01-01`) return;
  for (let place = first; place <= last; place += 1) days[place] = (days[place] ?? 0) | flag;
}

const monthShare = (counted: number, daysInMonth: number): Rational =>
  rational(counted, daysInMonth);

/** The year's service from the posts held and the leave taken. */
export function serviceOf({ posts, leave }: PersonFacts, year: number): Service {
  const days = new Uint8Array(13 * ROW);
  for (const post of posts) mark(days, year, post, SERVED);
  for (const off of leave) mark(days, year, off, off.kind === 'UNPAID' ? ABSENT | UNPAID : ABSENT);
  let [months, workedMonths, presentMonths] = [ZERO, ZERO, ZERO];
  const expected: number[] = [];
  for (const month of MONTHS) {
    const dayCount = Number(lastDayOfMonth(year, month).slice(8));
    const row = days.subarray(month * ROW + 1, month * ROW + dayCount + 1);
    const served = row.filter((day) => (day & SERVED) !== 0);
    const paid = served.filter((day) => (day & UNPAID) === 0).length;
    months = plus(months, monthShare(served.length, dayCount));
    workedMonths = plus(workedMonths, monthShare(paid, dayCount));
    const present = served.filter((day) => (day & ABSENT) === 0).length;
    presentMonths = plus(presentMonths, monthShare(present, dayCount));
    if (present > 0) expected.push(month);
  }
  return { months, workedMonths, presentMonths, expected, hasUnpaidLeave: leave.some(isUnpaid) };
}

const isUnpaid = ({ kind }: PersonFacts['leave'][number]): boolean => kind === 'UNPAID';
