import type { PersonFacts, PostFacts } from '../facts/person-facts';

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
