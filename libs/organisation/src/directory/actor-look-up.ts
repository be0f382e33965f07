import {
  type ActorFacts,
  type HeldPost,
  type LocalDate,
  type PersonId,
  type UnitId,
  vietnameseDate,
} from '@thidua/kernel';
import { covers, isInOffice, type DeputyPeriod, type Official } from '../official/official.state';
import { rejectLookUp as reject } from './directory.rejections';
import type { UnitRegister } from './unit-register';

/** Who is about to act. `unitId` says in which of several posts; `onBehalfOf` for whom a deputy acts. */
export type ActorQuery =
  | { readonly serviceId: string }
  | {
      readonly personId: PersonId;
      readonly onBehalfOf?: PersonId | null;
      readonly unitId?: UnitId | null;
    };

/** What people are looked up in. */
export interface PeopleSources {
  readonly register: UnitRegister;
  readonly officials: ReadonlyMap<PersonId, Official>;
}

const RANK = { head: 0, deputy: 1, staff: 2 } as const;

const isTemporary = ({ unitKind }: HeldPost): boolean => unitKind === 'task-force';

/** The weightier post first: the department before its units, a lasting unit before a task force, then head, deputy, staff. */
const byWeight = (a: HeldPost, b: HeldPost): number =>
  Number(b.unitKind === 'department') - Number(a.unitKind === 'department') ||
  Number(isTemporary(a)) - Number(isTemporary(b)) ||
  RANK[a.post] - RANK[b.post];

/** Posts the person holds on the day in units that stand on it, the weightier first; none outside the time of work. */
export function postsOn(
  { register, officials }: PeopleSources,
  personId: PersonId,
  date: LocalDate,
): readonly HeldPost[] {
  const official = officials.get(personId);
  if (official === undefined || !isInOffice(official, date)) return [];
  const held = official.posts
    .filter((period) => covers(period, date))
    .flatMap(({ unitId, post }): HeldPost[] => {
      const unit = register.unitOn(unitId, date);
      return unit === null ? [] : [{ unitId, unitKind: unit.kind, post }];
    });
  return [...held, ...postsInTaskForces(register, personId, date)].sort(byWeight);
}

/** Within a task force its leader is what a head is in a unit. */
const postsInTaskForces = (
  register: UnitRegister,
  personId: PersonId,
  date: LocalDate,
): readonly HeldPost[] =>
  register.membershipsOn(personId, date).map(({ unitId, role }) => ({
    unitId,
    unitKind: 'task-force',
    post: role === 'leader' ? 'head' : 'staff',
  }));

function officialInOffice(sources: PeopleSources, personId: PersonId, on: LocalDate): Official {
  const official = sources.officials.get(personId);
  if (official === undefined) return reject('PERSON_NOT_FOUND', { personId });
  return isInOffice(official, on) ? official : reject('PERSON_NOT_IN_OFFICE', { personId, on });
}

const basisText = ({ basis: { number, date } }: DeputyPeriod): string =>
  date === null ? number : `${number} ngày ${vietnameseDate(date)}`;

/** The appointment in force: the one for the unit asked for, or the widest there is. */
function appointment(
  principal: Official,
  { personId: deputyId, unitId = null }: PersonQuery,
  on: LocalDate,
): DeputyPeriod {
  const inForce = principal.deputies.filter(
    (period) => period.deputyId === deputyId && covers(period, on),
  );
  const found =
    inForce.find((period) => period.unitId === null) ??
    inForce.find((period) => period.unitId === unitId) ??
    inForce[0];
  const { personId } = principal;
  return found ?? reject('DEPUTY_NOT_APPOINTED', { personId, deputyId, on });
}

type PersonQuery = Exclude<ActorQuery, { readonly serviceId: string }>;

interface Representation {
  readonly onBehalfOf: ActorFacts['actor']['onBehalfOf'];
  /** Posts with which the actor acts: those of the person represented, as far as the appointment goes. */
  readonly posts: readonly HeldPost[];
}

/** Whose posts count: those of the one represented when a deputy acts, otherwise the actor's own. */
function representation(sources: PeopleSources, query: PersonQuery, on: LocalDate): Representation {
  const { personId, onBehalfOf } = query;
  officialInOffice(sources, personId, on);
  if (onBehalfOf === undefined || onBehalfOf === null) {
    return { onBehalfOf: null, posts: postsOn(sources, personId, on) };
  }
  const principal = officialInOffice(sources, onBehalfOf, on);
  const appointed = appointment(principal, query, on);
  return {
    onBehalfOf: { personId: onBehalfOf, legalBasis: basisText(appointed) },
    posts: postsOn(sources, onBehalfOf, on).filter(
      ({ unitId }) => appointed.unitId === null || appointed.unitId === unitId,
    ),
  };
}

/** Unit and role of the act: the post in the unit asked for, otherwise the weightiest; none for a person without posts. */
function placeOf(
  posts: readonly HeldPost[],
  personId: PersonId,
  { unitId }: PersonQuery,
  on: LocalDate,
): Pick<ActorFacts['actor'], 'unitId' | 'role'> {
  if (unitId === undefined || unitId === null) {
    const [weightiest] = posts;
    return { unitId: weightiest?.unitId ?? null, role: weightiest?.post ?? null };
  }
  const post = posts.find((held) => held.unitId === unitId);
  if (post === undefined) return reject('POST_NOT_HELD_IN_UNIT', { personId, unitId, on });
  return { unitId, role: post.post };
}

function personFacts(sources: PeopleSources, query: PersonQuery, on: LocalDate): ActorFacts {
  const { onBehalfOf, posts } = representation(sources, query, on);
  const holder = onBehalfOf?.personId ?? query.personId;
  const place = placeOf(posts, holder, query, on);
  return { actor: { kind: 'person', id: query.personId, ...place, onBehalfOf }, posts };
}

/**
 * The actor with the posts that count for the act. A deputy acts with the posts of the person represented and with none
 * of their own, so that an act for another never mixes two sources of power. Without a unit the weightiest post speaks.
 *
 * @throws CommandRejected PERSON_NOT_FOUND, PERSON_NOT_IN_OFFICE, DEPUTY_NOT_APPOINTED, POST_NOT_HELD_IN_UNIT.
 */
export function actorFactsOn(sources: PeopleSources, query: ActorQuery, on: LocalDate): ActorFacts {
  if (!('serviceId' in query)) return personFacts(sources, query, on);
  const service = { kind: 'service', unitId: null, role: null, onBehalfOf: null } as const;
  return { actor: { ...service, id: query.serviceId }, posts: [] };
}
