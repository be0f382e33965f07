import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import { overlaps, type Official, type Period } from '../official/official.state';
import { lastDayOf } from '../unit/unit.state';
import type { PeopleSources } from './actor-look-up';

/** A time in which one person led a unit; both days included, null while no end is known. */
export interface HeadPeriod extends Period {
  readonly personId: PersonId;
}

const firstOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one;

const common = (one: Period, other: Period): Period => ({
  fromOn: one.fromOn > other.fromOn ? one.fromOn : other.fromOn,
  untilOn: firstOf(one.untilOn, other.untilOn),
});

/** Nobody leads before joining or after leaving, whatever their posts say. */
const withinStays = ({ stays }: Official, period: Period): readonly Period[] =>
  stays.filter((stay) => overlaps(stay, period)).map((stay) => common(stay, period));

/** Who led the unit, and when, oldest first; a head of a unit that ended led it until its last day. */
export function headsOf(
  { register, officials }: PeopleSources,
  unitId: UnitId,
): readonly HeadPeriod[] {
  const unit = register.unit(unitId);
  if (unit === null) return [];
  const standing: Period = { fromOn: unit.fromOn, untilOn: lastDayOf(unit) };
  const leaders = (unit.taskForce?.members ?? []).filter(({ role }) => role === 'leader');
  const posts = [...officials.values()].flatMap(({ personId, posts }) =>
    posts
      .filter((post) => post.unitId === unitId && post.post === 'head')
      .map(({ fromOn, untilOn }) => ({ personId, fromOn, untilOn })),
  );
  return [...posts, ...leaders]
    .filter((period) => overlaps(period, standing))
    .flatMap((period) => {
      const official = officials.get(period.personId);
      if (official === undefined) return [];
      return withinStays(official, common(period, standing)).map((days) => ({
        personId: period.personId,
        ...days,
      }));
    })
    .toSorted((one, other) =>
      `${one.fromOn} ${one.personId}` < `${other.fromOn} ${other.personId}` ? -1 : 1,
    );
}
