import {
  fold,
  localDate,
  type ActorFacts,
  type DocumentReference,
  type HeldPost,
  type LocalDate,
} from '@thidua/kernel';
import { directoryOf, type Directory } from '../directory/directory';
import type { OfficeFile } from '../office-file/office-file';
import { officeCommands } from '../office-file/office-commands';
import type { OfficialEvent } from '../official.events';
import { officialDecider } from '../official/official.decider';
import type { OfficialState } from '../official/official.state';
import type { OrganisationContext } from '../organisation-context';
import type { UnitEvent } from '../unit.events';
import { unitDecider } from '../unit/unit.decider';
import type { UnitState } from '../unit/unit.state';

type UnitData<Type extends UnitEvent['type']> = Extract<UnitEvent, { type: Type }>['data'];
type OfficialData<Type extends OfficialEvent['type']> = Extract<
  OfficialEvent,
  { type: Type }
>['data'];

export const day = (text: string): LocalDate => localDate(text);

export const decision = (number: string, date: string): DocumentReference => ({
  number,
  date: localDate(date),
  issuer: null,
  title: null,
});

/** A person with the given posts; without any, somebody who may do nothing. */
export const personFacts = (id: string, ...posts: readonly HeldPost[]): ActorFacts => ({
  actor: {
    kind: 'person',
    id,
    unitId: posts[0]?.unitId ?? null,
    role: posts[0]?.post ?? null,
    onBehalfOf: null,
  },
  posts,
});

export const officeClerk = personFacts('clerk', {
  unitId: 'vp',
  unitKind: 'office',
  post: 'staff',
});
export const director = personFacts('director', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'head',
});
export const divisionHead = personFacts('head', {
  unitId: 'qlcn',
  unitKind: 'division',
  post: 'head',
});
export const departmentClerk = personFacts('driver', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'staff',
});

const withoutPosts = (kind: 'service' | 'system', id: string): ActorFacts => ({
  actor: { kind, id, unitId: null, role: null, onBehalfOf: null },
  posts: [],
});
export const integratedService = withoutPosts('service', 'one-stop');
export const theSystem = withoutPosts('system', 'import');

export const unitFounded = (data: Partial<UnitData<'UnitFounded'>> = {}): UnitEvent => ({
  type: 'UnitFounded',
  data: {
    unitId: 'qlcn',
    name: 'Phòng Quản lý công nghiệp',
    kind: 'division',
    parentUnitId: null,
    aliases: [],
    fromOn: day('2020-01-01'),
    legalBasis: null,
    ...data,
  },
});

export const unitEnded = (data: Partial<UnitData<'UnitEnded'>> = {}): UnitEvent => ({
  type: 'UnitEnded',
  data: {
    unitId: 'qlcn',
    endedOn: day('2025-06-30'),
    how: 'dissolved',
    successorUnitIds: [],
    legalBasis: null,
    ...data,
  },
});

export const unitRenamed = (data: Partial<UnitData<'UnitRenamed'>> = {}): UnitEvent => ({
  type: 'UnitRenamed',
  data: {
    unitId: 'qlcn',
    name: 'Phòng Công nghiệp',
    fromOn: day('2024-01-01'),
    legalBasis: null,
    ...data,
  },
});

export const officialJoined = (
  data: Partial<OfficialData<'OfficialJoined'>> = {},
): OfficialEvent => ({
  type: 'OfficialJoined',
  data: { personId: 'cb-001', fromOn: day('2020-01-01'), ...data },
});

export const postTaken = (data: Partial<OfficialData<'PostTaken'>> = {}): OfficialEvent => ({
  type: 'PostTaken',
  data: {
    personId: 'cb-001',
    unitId: 'qlcn',
    post: 'staff',
    fromOn: day('2020-01-01'),
    legalBasis: null,
    ...data,
  },
});

export const postLeft = (data: Partial<OfficialData<'PostLeft'>> = {}): OfficialEvent => ({
  type: 'PostLeft',
  data: {
    personId: 'cb-001',
    unitId: 'qlcn',
    post: 'staff',
    untilOn: day('2024-12-31'),
    legalBasis: null,
    ...data,
  },
});

export const deputyAppointed = (
  data: Partial<OfficialData<'DeputyAppointed'>> = {},
): OfficialEvent => ({
  type: 'DeputyAppointed',
  data: {
    personId: 'cb-001',
    deputyId: 'cb-002',
    unitId: null,
    scope: null,
    fromOn: day('2025-03-01'),
    untilOn: day('2025-03-31'),
    basis: decision('12/QĐ-SCT', '2025-02-27'),
    ...data,
  },
});

/** Each inner list is the history of one stream. */
export const directoryFrom = (
  units: readonly (readonly UnitEvent[])[],
  officials: readonly (readonly OfficialEvent[])[] = [],
): Directory =>
  directoryOf({
    units: units.map((events) => fold(unitDecider, events)),
    officials: officials.map((events) => fold(officialDecider, events)),
  });

/** Runs a whole office file through the deciders, each command seeing what the earlier ones made. */
export function directoryOfOffice(file: OfficeFile, actor: ActorFacts = theSystem): Directory {
  const commands = officeCommands(file);
  const units = new Map<string, UnitState>();
  const officials = new Map<string, OfficialState>();
  const context = (): OrganisationContext => ({
    actor,
    on: day('2026-01-01'),
    directory: directoryOf({ units: [...units.values()], officials: [...officials.values()] }),
  });
  for (const { unitId, command } of commands.units) {
    const state = units.get(unitId) ?? unitDecider.initialState;
    const events = unitDecider.decide(command, state, context());
    units.set(
      unitId,
      events.reduce((held, event) => unitDecider.evolve(held, event), state),
    );
  }
  for (const { personId, command } of commands.officials) {
    const state = officials.get(personId) ?? officialDecider.initialState;
    const events = officialDecider.decide(command, state, context());
    officials.set(
      personId,
      events.reduce((held, event) => officialDecider.evolve(held, event), state),
    );
  }
  return context().directory;
}
