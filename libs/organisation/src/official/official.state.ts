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
  /** The deputy acts only with the posts in this unit; null for all posts. */
  readonly unitId: UnitId | null;
  readonly scope: string | null;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly basis: DocumentReference;
}

/** Which period of a deputy ended. */
export type DeputyEnd = Pick<DeputyPeriod, 'deputyId' | 'unitId' | 'untilOn'>;

/** What was still in hand on leaving a post in the unit, or the organisation when `unitId` is null. */
export type OpenWorkList = Omit<DataOf<'OpenWorkListed'>, 'personId'>;

/** An official through time, by id only. */
export interface Official {
  readonly status: 'joined';
  readonly personId: PersonId;
  /** Times of work here, oldest first; a person who left may come back. */
  readonly stays: readonly Period[];
  readonly posts: readonly PostPeriod[];
  /** Who may act for this person, and when. */
  readonly deputies: readonly DeputyPeriod[];
  /** Periods of deputies whose end is on record: ended by the Office, or made known when they were over. */
  readonly deputiesOver: readonly DeputyEnd[];
  /** Lists of open work made when the person left a post or the organisation. */
  readonly openWork: readonly OpenWorkList[];
  /** Day on which the name was erased from the directory; null while it stands there. */
  readonly erasedOn: LocalDate | null;
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

const NOTHING_YET = {
  posts: [],
  deputies: [],
  deputiesOver: [],
  openWork: [],
  erasedOn: null,
} as const;

/** The period that covers the day ends on it; whoever ended it needs not be told. */
const endDeputy = (official: Official, { deputyId, endedOn }: DataOf<'DeputyEnded'>): Official => {
  const isMeant = (period: DeputyPeriod) => period.deputyId === deputyId && covers(period, endedOn);
  const ended = official.deputies
    .filter(isMeant)
    .map(({ unitId }) => ({ deputyId, unitId, untilOn: endedOn }));
  return {
    ...official,
    deputies: official.deputies.map((period) =>
      isMeant(period) ? { ...period, untilOn: endedOn } : period,
    ),
    deputiesOver: [...official.deputiesOver, ...ended],
  };
};

export const isSameEnd = (a: DeputyEnd, b: DeputyEnd): boolean =>
  a.deputyId === b.deputyId && a.unitId === b.unitId && a.untilOn === b.untilOn;

/** Periods of deputies whose end nobody has put on record yet, whether or not they are over. */
export const runningDeputies = ({ deputies, deputiesOver }: Official): readonly DeputyPeriod[] =>
  deputies.filter((period) => !deputiesOver.some((over) => isSameEnd(over, period)));

const join = (
  official: OfficialState,
  { personId, fromOn }: DataOf<'OfficialJoined'>,
): Official => {
  const stay = { fromOn, untilOn: null };
  return official.status === 'joined'
    ? { ...official, stays: [...official.stays, stay] }
    : { status: 'joined', personId, stays: [stay], ...NOTHING_YET };
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
      const { personId: _principal, ...appointed } = event.data;
      return { ...official, deputies: [...official.deputies, appointed] };
    }
    case 'DeputyEnded':
      return endDeputy(official, event.data);
    case 'DeputyExpired': {
      const { deputyId, unitId, untilOn } = event.data;
      const deputiesOver = [...official.deputiesOver, { deputyId, unitId, untilOn }];
      return { ...official, deputiesOver };
    }
    case 'OpenWorkListed': {
      const { personId: _leaver, ...list } = event.data;
      return { ...official, openWork: [...official.openWork, list] };
    }
    case 'PersonErased':
      return { ...official, erasedOn: event.data.erasedOn };
    case 'OfficialLeft':
      return endStay(official, event.data.untilOn);
    default:
      return official;
  }
}
