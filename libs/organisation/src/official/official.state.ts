import type { DocumentReference, LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { OfficialEvent, Post } from '../official.events';

/** Both days included; null when no end is known. */
export interface Period {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

export interface PostPeriod extends Period {
  readonly unitId: UnitId;
  readonly post: Post;
}

export interface DeputyPeriod {
  readonly deputyId: PersonId;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly basis: DocumentReference;
}

/** An official through time, by id only. */
export interface Official {
  readonly status: 'joined';
  readonly personId: PersonId;
  /** Times of work here, oldest first; a person who left may come back. */
  readonly stays: readonly Period[];
  readonly posts: readonly PostPeriod[];
  /** Who may act for this person, and when. */
  readonly deputies: readonly DeputyPeriod[];
}

/** Plain JSON, so that a projection can keep it as it is. */
export type OfficialState = { readonly status: 'absent' } | Official;

export const noOfficial: OfficialState = { status: 'absent' };

export const covers = ({ fromOn, untilOn }: Period, date: LocalDate): boolean =>
  fromOn <= date && (untilOn === null || date <= untilOn);

/** True when the two share at least one day. */
export const overlaps = (a: Period, b: Period): boolean =>
  (b.untilOn === null || a.fromOn <= b.untilOn) && (a.untilOn === null || b.fromOn <= a.untilOn);

export const isInOffice = ({ stays }: Official, date: LocalDate): boolean =>
  stays.some((stay) => covers(stay, date));

type DataOf<Type extends OfficialEvent['type']> = Extract<OfficialEvent, { type: Type }>['data'];

const leavePost = (official: Official, data: DataOf<'PostLeft'>): Official => {
  const index = official.posts.findIndex(
    ({ unitId, post, untilOn }) => unitId === data.unitId && post === data.post && untilOn === null,
  );
  const held = official.posts[index];
  if (held === undefined) return official;
  return { ...official, posts: official.posts.with(index, { ...held, untilOn: data.untilOn }) };
};

const endStay = (official: Official, untilOn: LocalDate): Official => ({
  ...official,
  stays: official.stays.map((stay) => (stay.untilOn === null ? { ...stay, untilOn } : stay)),
});

const join = (
  official: OfficialState,
  { personId, fromOn }: DataOf<'OfficialJoined'>,
): Official => {
  const stay = { fromOn, untilOn: null };
  return official.status === 'joined'
    ? { ...official, stays: [...official.stays, stay] }
    : { status: 'joined', personId, stays: [stay], posts: [], deputies: [] };
};

/** Refuses nothing: an event about a person who never joined leaves the state as it is. */
export function evolveOfficial(official: OfficialState, event: OfficialEvent): OfficialState {
  if (event.type === 'OfficialJoined') return join(official, event.data);
  if (official.status === 'absent') return official;
  switch (event.type) {
    case 'PostTaken': {
      const { unitId, post, fromOn } = event.data;
      return { ...official, posts: [...official.posts, { unitId, post, fromOn, untilOn: null }] };
    }
    case 'PostLeft':
      return leavePost(official, event.data);
    case 'DeputyAppointed': {
      const { deputyId, fromOn, untilOn, basis } = event.data;
      const appointed = { deputyId, fromOn, untilOn, basis };
      return { ...official, deputies: [...official.deputies, appointed] };
    }
    case 'OfficialLeft':
      return endStay(official, event.data.untilOn);
    default:
      return official;
  }
}
