import type { ActorFacts, HeldPost, LocalDate, PersonId, UnitId } from '@thidua/kernel';
import { headsOf, type HeadPeriod } from './heads-of';
import { isInOffice, type Official, type OfficialState } from '../official/official.state';
import type { UnitKind } from '../unit.events';
import type { UnitState } from '../unit/unit.state';
import { actorFactsOn, postsOn, type ActorQuery } from './actor-look-up';
import { GROUP_TERMS, type GroupTerm } from './group-terms';
import { nameSourcesOf, resolveUnitText } from './resolve-unit-text';
import type { ResolvedUnitText, UnitTextOptions } from './unit-text';
import { unitRegisterOf, type UnitRegister } from './unit-register';

/** Units of one kind on one day: those that may be compared with each other. */
export interface UnitGroup {
  readonly kind: UnitKind;
  readonly unitIds: readonly UnitId[];
}

/** Units and officials through time, asked by calendar day (Asia/Ho_Chi_Minh). Knows ids and posts, no names of people. */
export interface Directory extends UnitRegister {
  nameOn(unitId: UnitId, date: LocalDate): string | null;
  /** Units of kind `office`, normally one. */
  officeUnitIds(date: LocalDate): readonly UnitId[];
  /** The whole department (Sở): the unit of that kind that stands under no other; null when there is none. */
  departmentUnitId(date: LocalDate): UnitId | null;
  /** Rankable units kind by kind; the department itself, task forces and outside partners are never ranked. */
  groupUnits(date: LocalDate): readonly UnitGroup[];
  /** Everyone who ever joined. */
  readonly personIds: ReadonlySet<PersonId>;
  /** People in office on the day, in the order of their ids. */
  peopleOn(date: LocalDate): readonly PersonId[];
  knowsPerson(personId: PersonId): boolean;
  /** The official through time; null for somebody who never joined. */
  official(personId: PersonId): Official | null;
  /** True when the name was erased from the directory: only the id is left. */
  isErased(personId: PersonId): boolean;
  /** Who led the unit (a task force: its leader), and when, oldest first. */
  headsOf(unitId: UnitId): readonly HeadPeriod[];
  isInOffice(personId: PersonId, date: LocalDate): boolean;
  postsOf(personId: PersonId, date: LocalDate): readonly HeldPost[];
  /** @throws CommandRejected PERSON_NOT_FOUND, PERSON_NOT_IN_OFFICE, DEPUTY_NOT_APPOINTED, POST_NOT_HELD_IN_UNIT. */
  actorFacts(query: ActorQuery, date: LocalDate): ActorFacts;
  /** Written unit text of a plan to unit ids; what it cannot tell comes back as problems. */
  resolveUnitText(written: string, options: UnitTextOptions): ResolvedUnitText;
}

/** The folded states the directory is built from; absent ones are left out. */
export interface DirectorySources {
  readonly units: readonly UnitState[];
  readonly officials: readonly OfficialState[];
  /** The Office's own reading of group terms; the shipped table when left out. */
  readonly groupTerms?: readonly GroupTerm[];
}

const RANKED_KINDS: readonly UnitKind[] = ['division', 'office', 'sub-department'];

/** Builds the directory. Pure: the same states give the same answers. */
export function directoryOf({ units, officials, groupTerms }: DirectorySources): Directory {
  const register = unitRegisterOf(units);
  const joined = officials.filter((state) => state.status === 'joined');
  const people = {
    register,
    officials: new Map(joined.map((official) => [official.personId, official])),
  };
  const names = nameSourcesOf(register, groupTerms ?? GROUP_TERMS);
  const idsOfKind = (kind: UnitKind, date: LocalDate) =>
    register
      .unitsOn(date)
      .filter((unit) => unit.kind === kind)
      .map(({ unitId }) => unitId);

  return {
    ...register,
    nameOn: (unitId, date) => register.unitOn(unitId, date)?.name ?? null,
    officeUnitIds: (date) => idsOfKind('office', date),
    departmentUnitId: (date) =>
      register
        .unitsOn(date)
        .find(({ kind, parentUnitId }) => kind === 'department' && parentUnitId === null)?.unitId ??
      null,
    groupUnits: (date) =>
      RANKED_KINDS.map((kind) => ({ kind, unitIds: idsOfKind(kind, date) })).filter(
        ({ unitIds }) => unitIds.length > 0,
      ),
    personIds: new Set(people.officials.keys()),
    peopleOn: (date) =>
      joined
        .filter((official) => isInOffice(official, date))
        .map(({ personId }) => personId)
        .sort(),
    knowsPerson: (personId) => people.officials.has(personId),
    official: (personId) => people.officials.get(personId) ?? null,
    isErased: (personId) => (people.officials.get(personId)?.erasedOn ?? null) !== null,
    headsOf: (unitId) => headsOf(people, unitId),
    isInOffice: (personId, date) => {
      const official = people.officials.get(personId);
      return official !== undefined && isInOffice(official, date);
    },
    postsOf: (personId, date) => postsOn(people, personId, date),
    actorFacts: (query, date) => actorFactsOn(people, query, date),
    resolveUnitText: (written, options) => resolveUnitText(names, written, options),
  };
}
