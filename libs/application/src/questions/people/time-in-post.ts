import { localDate, type LocalDate } from '@thidua/kernel';
import type { Facts } from '../frame/question';
import { pick, type Told } from '../frame/told';

/** Time a person headed a unit, cut to the year and the day asked about; both days included. */
export interface TimeAsHead {
  readonly personId: string;
  readonly unitId: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly eventIds: readonly string[];
}

/** Events that say who headed a unit, and until when. */
export const POST_EVENTS = ['PostTaken', 'PostLeft', 'OfficialLeft'] as const;

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** What ended the time in post: leaving the post, or leaving altogether. */
const endOf = (
  taken: Told<'PostTaken'>,
  others: readonly Told[],
): Told<'PostLeft' | 'OfficialLeft'> | undefined =>
  pick(others, 'PostLeft', 'OfficialLeft')
    .filter(({ data }) => data.personId === taken.data.personId)
    .filter(({ data }) => data.untilOn >= taken.data.fromOn)
    .filter(
      (each) =>
        each.type === 'OfficialLeft' ||
        (each.data.unitId === taken.data.unitId && each.data.post === 'head'),
    )
    .toSorted((a, b) => (a.data.untilOn < b.data.untilOn ? -1 : 1))[0];

/** Who headed which unit within the year, up to the day asked about. A change of head splits the year. */
export function timesAsHead({ others, request }: Facts): readonly TimeAsHead[] {
  const yearBegins = localDate(`${request.year}-01-01`);
  return pick(others, 'PostTaken')
    .filter(({ data }) => data.post === 'head')
    .map((taken) => {
      const end = endOf(taken, others);
      return {
        personId: taken.data.personId,
        unitId: taken.data.unitId,
        fromOn: later(taken.data.fromOn, yearBegins),
        untilOn: end === undefined ? request.asOf : earlier(end.data.untilOn, request.asOf),
        eventIds: [taken.eventId, ...(end === undefined ? [] : [end.eventId])],
      };
    })
    .filter(({ fromOn, untilOn }) => fromOn <= untilOn);
}
