import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';

export type Post = 'head' | 'deputy' | 'staff';

/** A unit as it was founded, with the name it bears in the simulated year. */
export interface OfficeUnit {
  readonly unitId: UnitId;
  readonly name: string;
  readonly kind: string;
  /** The founding as recorded, for an office file that names the unit again. */
  readonly founding: Readonly<Record<string, unknown>>;
}

/** A post held between two days, both included; `untilOn` null is open. */
export interface PostHeld {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly post: Post;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** Who could act in the year: units, posts, and who will leave in the play. */
export interface Office {
  readonly units: readonly OfficeUnit[];
  /** Posts of each unit, the highest first. */
  readonly posts: ReadonlyMap<UnitId, readonly PostHeld[]>;
  /** Last working day of those the play lets go. */
  readonly leavers: ReadonlyMap<PersonId, LocalDate>;
}

const RANK: Readonly<Record<Post, number>> = { head: 0, deputy: 1, staff: 2 };

const byRankThenId = (one: PostHeld, other: PostHeld): number =>
  RANK[one.post] - RANK[other.post] || (one.personId < other.personId ? -1 : 1);

/** Posts by unit, each unit's own in one fixed order. */
export function byUnit(posts: readonly PostHeld[]): ReadonlyMap<UnitId, readonly PostHeld[]> {
  const sorted = posts.toSorted(byRankThenId);
  const units = new Map<UnitId, PostHeld[]>();
  for (const held of sorted) {
    const there = units.get(held.unitId);
    if (there === undefined) units.set(held.unitId, [held]);
    else there.push(held);
  }
  return units;
}

/** People who hold one of the posts in the unit on the day, the highest first. */
export const holders = (
  { posts, leavers }: Office,
  unitId: UnitId,
  { on, as }: { readonly on: LocalDate; readonly as: readonly Post[] },
): readonly PersonId[] => [
  ...new Set(
    (posts.get(unitId) ?? [])
      .filter((held) => as.includes(held.post))
      .filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn))
      .filter(({ personId }) => on <= (leavers.get(personId) ?? on))
      .map(({ personId }) => personId),
  ),
];

const holdersByKind = (
  office: Office,
  kind: string,
  asked: { readonly on: LocalDate; readonly as: readonly Post[] },
): readonly PersonId[] =>
  office.units
    .filter((unit) => unit.kind === kind)
    .flatMap(({ unitId }) => holders(office, unitId, asked));

/** People of the Office (Văn phòng) on the day: staff first, because clerks do the clerical part. */
export const clerks = (office: Office, on: LocalDate): readonly PersonId[] =>
  holdersByKind(office, 'office', { on, as: ['staff', 'deputy', 'head'] }).toReversed();

/** The Director, then the deputy directors. */
export const directors = (office: Office, on: LocalDate): readonly PersonId[] =>
  holdersByKind(office, 'department', { on, as: ['head', 'deputy'] });

export const deputyDirectors = (office: Office, on: LocalDate): readonly PersonId[] =>
  holdersByKind(office, 'department', { on, as: ['deputy'] });

export const isOfficeUnit = ({ units }: Office, unitId: UnitId): boolean =>
  units.some((unit) => unit.unitId === unitId && unit.kind === 'office');

/** True when the person holds any post in the unit at any time. */
export const everIn = ({ posts }: Office, personId: PersonId, unitId: UnitId): boolean =>
  (posts.get(unitId) ?? []).some((held) => held.personId === personId);
