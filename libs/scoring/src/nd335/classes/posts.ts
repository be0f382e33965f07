import type { PersonFacts, PostFacts } from '../facts/person-facts';
import { spanOf } from '../year/months';

type Span = Pick<PostFacts, 'from' | 'to'>;

const covers = ({ from, to }: Span, day: string): boolean =>
  from <= day && (to === null || day <= to);

export const overlaps = (span: Span, from: string, to: string): boolean =>
  span.from <= to && (span.to === null || from <= span.to);

/** The units a person heads at the end of the year, or at the end of service when that came first. */
export function headedUnits({ posts }: PersonFacts, year: number): readonly string[] {
  const end = `${year}-12-31`;
  const lastDays = posts.map(({ to }) => (to === null || to > end ? end : to));
  const last = lastDays.reduce((a, b) => (a > b ? a : b));
  return posts
    .filter((held) => held.post === 'HEAD' && held.agencyId === null && covers(held, last))
    .map(({ unitId }) => unitId);
}

/** Whether a post of a head or deputy was held at the end of a period, or when service in it ended. */
export function leadsAtEndOf({ posts }: PersonFacts, period: string): boolean {
  const [first, end] = spanOf(period);
  const held = posts.filter((post) => overlaps(post, first, end));
  const last = held.reduce((day, { to }) => {
    const until = to === null || to > end ? end : to;
    return until > day ? until : day;
  }, first);
  return held.some((post) => post.post !== 'STAFF' && covers(post, last));
}

/** Whether a post of a head or deputy was held on some day of a period. */
export function leadsWithin({ posts }: PersonFacts, period: string): boolean {
  const [first, end] = spanOf(period);
  return posts.some((post) => post.post !== 'STAFF' && overlaps(post, first, end));
}
