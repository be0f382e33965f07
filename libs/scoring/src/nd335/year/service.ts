import { plus, rational, ZERO, type Rational } from '@thidua/kernel';
import { eventsOf } from '../event-ids';
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
  /** Behind the posts and the leave. */
  readonly eventIds: readonly string[];
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

/** Days of one month: served, served less unpaid leave, served less any leave. */
function countDays(days: Uint8Array, month: number, dayCount: number): readonly number[] {
  let [served, paid, present] = [0, 0, 0];
  for (let place = month * ROW + 1; place <= month * ROW + dayCount; place += 1) {
    const day = days[place] ?? 0;
    if ((day & SERVED) === 0) continue;
    served += 1;
    if ((day & UNPAID) === 0) paid += 1;
    if ((day & ABSENT) === 0) present += 1;
  }
  return [served, paid, present];
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The year's service from the posts held and the leave taken. */
export function serviceOf({ posts, leave }: PersonFacts, year: number): Service {
  const days = new Uint8Array(13 * ROW);
  for (const post of posts) mark(days, year, post, SERVED);
  for (const off of leave) mark(days, year, off, isUnpaid(off) ? ABSENT | UNPAID : ABSENT);
  const lengths = [ZERO, ZERO, ZERO];
  const expected: number[] = [];
  for (const month of MONTHS) {
    const dayCount = daysInMonth(year, month);
    const counts = countDays(days, month, dayCount);
    counts.forEach((count, index) => {
      if (count > 0) lengths[index] = plus(lengths[index] ?? ZERO, rational(count, dayCount));
    });
    if ((counts[2] ?? 0) > 0) expected.push(month);
  }
  const [months = ZERO, workedMonths = ZERO, presentMonths = ZERO] = lengths;
  return {
    months,
    workedMonths,
    presentMonths,
    expected,
    hasUnpaidLeave: leave.some(isUnpaid),
    eventIds: eventsOf(...posts, ...leave),
  };
}

const isUnpaid = ({ kind }: PersonFacts['leave'][number]): boolean => kind === 'UNPAID';
