import type { LocalDate } from '@thidua/kernel';
import type { UnitEvent } from '../unit.events';
import type { TaskForceMember } from './task-force.events';

/** What only a temporary task force has. */
export interface TaskForce {
  /** Last day by the decision in force; null when none is set. */
  readonly untilOn: LocalDate | null;
  readonly members: readonly TaskForceMember[];
}

const belongsOn = ({ fromOn, untilOn }: TaskForceMember, date: LocalDate): boolean =>
  fromOn <= date && (untilOn === null || date <= untilOn);

/** The members on the day, in the order of their ids; whether the force itself stands is for the caller to ask. */
export const membersOn = (force: TaskForce | null, date: LocalDate): readonly TaskForceMember[] =>
  (force?.members ?? [])
    .filter((member) => belongsOn(member, date))
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));

/** Refuses nothing: a member of a unit that is no task force, or one who was never there, changes nothing. */
export function evolveTaskForce(force: TaskForce | null, event: UnitEvent): TaskForce | null {
  if (force === null) return null;
  switch (event.type) {
    case 'TaskForceMemberAdded': {
      const { unitId: _force, legalBasis: _basis, ...member } = event.data;
      return { ...force, members: [...force.members, member] };
    }
    case 'TaskForceMemberLeft': {
      const { personId, untilOn } = event.data;
      const ends = (member: TaskForceMember): boolean =>
        member.personId === personId && belongsOn(member, untilOn);
      return {
        ...force,
        members: force.members.map((member) => (ends(member) ? { ...member, untilOn } : member)),
      };
    }
    case 'TaskForceExtended':
      return { ...force, untilOn: event.data.untilOn };
    default:
      return force;
  }
}
