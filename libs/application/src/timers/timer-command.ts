import type { LocalDate, PersonId } from '@thidua/kernel';
import type { Task, TaskCommand } from '@thidua/task';
import type { DueAct } from '@thidua/urging';
import type { Role } from '@thidua/workflow';
import type { OfficeOnDay } from './office-on-day';

/** Something due, with the people to be told. A period is opened whether or not anybody is there to be told. */
export interface AddressedAct {
  readonly act: DueAct;
  /** Null for the opening of a period. */
  readonly role: Role | null;
  readonly personIds: readonly PersonId[];
}

/** Everybody in the first role of the ladder that somebody holds; nobody when none of them is held. */
export function addressed(act: DueAct, task: Task, office: OfficeOnDay): AddressedAct {
  if (act.kind === 'period') {
    return { act, role: null, personIds: office.holdersOf('leadHead', task, act.unitIds) };
  }
  for (const role of act.timer.to) {
    const personIds = office.holdersOf(role, task, act.unitIds);
    if (personIds.length > 0) return { act, role, personIds };
  }
  return { act, role: null, personIds: [] };
}

/** Nothing but a period can happen while nobody holds a role that is to be told. */
export const isTold = ({ act, personIds }: AddressedAct): boolean =>
  act.kind === 'period' || personIds.length > 0;

/** What the act is called and which day it belongs to: the same for every look, so that it happens once. */
export const actKey = (act: DueAct): readonly [name: string, day: LocalDate] =>
  act.kind === 'period' ? [act.period, act.fromOn] : [act.timer.name, act.countedFrom];

export function timerCommand({ act, role, personIds }: AddressedAct): TaskCommand {
  if (act.kind === 'period') {
    return { type: 'OpenSeriesPeriod', data: { period: act.period } };
  }
  const told = { unitIds: [...act.unitIds], personIds: [...personIds], forOn: act.forOn };
  const { timer, countedFrom, overdueWorkingDays } = act;
  const strike = { timer: timer.name, countedFrom, ...told };
  if (timer.does === 'remind' || role === null) return { type: 'SendReminder', data: strike };
  return { type: 'EscalateTask', data: { ...strike, toRole: role, overdueWorkingDays } };
}
