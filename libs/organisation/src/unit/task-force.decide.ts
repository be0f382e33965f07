import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { Directory } from '../directory/directory';
import type { OrganisationContext } from '../organisation-context';
import type { UnitEvent } from '../unit.events';
import type { TaskForceMember } from './task-force.events';
import type { UnitCommand } from './unit.commands';
import { rejectUnit as reject } from './unit.rejections';
import type { TaskForce } from './task-force.evolve';
import type { Unit } from './unit.state';

type Of<Type extends UnitCommand['type']> = Extract<UnitCommand, { type: Type }>['data'];
type Events = readonly UnitEvent[];
type Days = Pick<TaskForceMember, 'fromOn' | 'untilOn'>;

interface Entry extends Days {
  readonly personId: PersonId;
  readonly homeUnitId: UnitId | null;
  readonly role: TaskForceMember['role'];
}

/** The member with the unit they come from: the one named, which they must hold a post in, or that of their weightiest post. */
function memberOf(entry: Entry, directory: Directory): TaskForceMember {
  const { personId, fromOn, homeUnitId } = entry;
  if (!directory.isInOffice(personId, fromOn)) {
    reject('MEMBER_NOT_IN_OFFICE', { personId, on: fromOn });
  }
  const homes = directory
    .postsOf(personId, fromOn)
    .filter(({ unitKind }) => unitKind !== 'task-force')
    .map(({ unitId }) => unitId);
  if (homeUnitId !== null && !homes.includes(homeUnitId)) {
    reject('MEMBER_NOT_IN_UNIT', { personId, unitId: homeUnitId, on: fromOn });
  }
  return { ...entry, homeUnitId: homeUnitId ?? homes[0] ?? null };
}

function mustLieWithin(days: Days, force: { fromOn: LocalDate; untilOn: LocalDate | null }): void {
  const { fromOn, untilOn } = days;
  if (fromOn < force.fromOn) {
    reject('UNIT_DATE_TOO_EARLY', { on: fromOn, notBefore: force.fromOn });
  }
  const lastDay = untilOn ?? fromOn;
  if (lastDay < fromOn) reject('PERIOD_ENDS_BEFORE_START', { fromOn, untilOn: lastDay });
  if (force.untilOn !== null && lastDay > force.untilOn) {
    reject('TASK_FORCE_ENDS_BEFORE', { on: lastDay, untilOn: force.untilOn });
  }
}

/** What remains to be checked when the unit is new: who belongs to it. The name and the parent were looked at before. */
export function formTaskForce(
  data: Of<'FormTaskForce'>,
  { directory }: OrganisationContext,
): Events {
  const { leaderId, members, document, ...force } = data;
  const { fromOn, untilOn } = force;
  if (untilOn !== null && untilOn < fromOn) {
    reject('PERIOD_ENDS_BEFORE_START', { fromOn, untilOn });
  }
  const leads = members.some(({ personId }) => personId === leaderId);
  const all = leads
    ? members
    : [{ personId: leaderId, homeUnitId: null, fromOn: null, untilOn: null }, ...members];
  const ids = all.map(({ personId }) => personId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) reject('UNIT_NAMED_TWICE', { field: 'members', id: twice });
  const entries = all.map((member) =>
    memberOf(
      {
        ...member,
        role: member.personId === leaderId ? 'leader' : 'member',
        fromOn: member.fromOn ?? fromOn,
      },
      directory,
    ),
  );
  for (const entry of entries) mustLieWithin(entry, force);
  return [{ type: 'TaskForceFormed', data: { ...force, members: entries, document } }];
}

const overlap = (one: Days, other: Days): boolean =>
  (other.untilOn === null || one.fromOn <= other.untilOn) &&
  (one.untilOn === null || other.fromOn <= one.untilOn);

function addMember(
  { legalBasis, ...entry }: Of<'AddTaskForceMember'>,
  { unitId, fromOn }: Unit,
  { members, untilOn }: TaskForce,
  { directory }: OrganisationContext,
): Events {
  const { personId, role } = entry;
  const other = members.find((member) => member.personId === personId && overlap(member, entry));
  if (other !== undefined) {
    const same =
      other.fromOn === entry.fromOn && other.untilOn === entry.untilOn && other.role === role;
    return same ? [] : reject('MEMBER_ALREADY_THERE', { personId, fromOn: other.fromOn });
  }
  const leader = members.find((member) => member.role === 'leader' && overlap(member, entry));
  if (role === 'leader' && leader !== undefined) {
    reject('TASK_FORCE_HAS_LEADER', { personId: leader.personId, fromOn: leader.fromOn });
  }
  mustLieWithin(entry, { fromOn, untilOn });
  const member = memberOf(entry, directory);
  return [{ type: 'TaskForceMemberAdded', data: { unitId, ...member, legalBasis } }];
}

function removeMember(
  data: Of<'RemoveTaskForceMember'>,
  { unitId }: Unit,
  { members }: TaskForce,
): Events {
  const { personId, untilOn } = data;
  const own = members.filter((member) => member.personId === personId);
  if (own.some((member) => member.untilOn === untilOn)) return [];
  const held = own.find((member) => overlap(member, { fromOn: untilOn, untilOn }));
  if (held === undefined) return reject('MEMBER_NOT_THERE', { personId, on: untilOn });
  return [{ type: 'TaskForceMemberLeft', data: { unitId, ...data } }];
}

function extend(data: Of<'ExtendTaskForce'>, { unitId, fromOn }: Unit, force: TaskForce): Events {
  const { untilOn } = data;
  if (force.untilOn === untilOn) return [];
  if (untilOn < fromOn) reject('PERIOD_ENDS_BEFORE_START', { fromOn, untilOn });
  return [{ type: 'TaskForceExtended', data: { unitId, ...data } }];
}

export type TaskForceCommand = Extract<
  UnitCommand,
  { type: 'AddTaskForceMember' | 'RemoveTaskForceMember' | 'ExtendTaskForce' }
>;

export const isTaskForceCommand = (command: UnitCommand): command is TaskForceCommand =>
  ['AddTaskForceMember', 'RemoveTaskForceMember', 'ExtendTaskForce'].includes(command.type);

/** Commands on a task force that was formed. */
export function decideTaskForce(
  command: TaskForceCommand,
  unit: Unit,
  context: OrganisationContext,
): Events {
  const { taskForce } = unit;
  if (taskForce === null) return reject('NOT_A_TASK_FORCE', { unitId: unit.unitId });
  switch (command.type) {
    case 'AddTaskForceMember':
      return addMember(command.data, unit, taskForce, context);
    case 'RemoveTaskForceMember':
      return removeMember(command.data, unit, taskForce);
    case 'ExtendTaskForce':
      return extend(command.data, unit, taskForce);
  }
}
