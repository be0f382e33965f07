import { addDays, assertNever, type Decider, type LocalDate } from '@thidua/kernel';
import type { Directory } from '../directory/directory';
import { nameKey } from '../directory/name-key';
import { mayKeepDirectory } from '../may-keep-directory';
import type { OrganisationContext } from '../organisation-context';
import type { UnitEvent } from '../unit.events';
import type { UnitCommand } from './unit.commands';
import { rejectUnit as reject } from './unit.rejections';
import { decideTaskForce, formTaskForce, isTaskForceCommand } from './task-force.decide';
import { completeMerger, mergeUnits, splitUnit, wasSplitSo } from './reorganisation.decide';
import {
  evolveUnit,
  lastChangeOn,
  noUnit,
  type Since,
  type Unit,
  type UnitState,
} from './unit.state';

type Of<Type extends UnitCommand['type']> = Extract<UnitCommand, { type: Type }>['data'];
type Events = readonly UnitEvent[];

/** Two units answering to one name on one day would make every plan that writes it ambiguous. */
function nameMustBeFree(name: string, on: LocalDate, unitId: string, directory: Directory): void {
  const owner = directory.unitsNamed(name, on).find((candidate) => candidate !== unitId);
  if (owner !== undefined) reject('UNIT_NAME_TAKEN', { name, byUnitId: owner });
}

function parentMustStand(parentUnitId: string | null, on: LocalDate, directory: Directory): void {
  if (parentUnitId !== null && directory.unitOn(parentUnitId, on) === null) {
    reject('UNIT_PARENT_NOT_STANDING', { parentUnitId, on });
  }
}

/** Whether a unit may begin so, as a task force or as any other. */
function mayBegin(
  data: Pick<Of<'FoundUnit'>, 'unitId' | 'name' | 'aliases' | 'parentUnitId' | 'fromOn'>,
  state: UnitState,
  context: OrganisationContext,
): void {
  const { unitId, parentUnitId, fromOn } = data;
  if (state.status === 'founded') {
    return reject('UNIT_ALREADY_FOUNDED', { unitId, fromOn: state.fromOn });
  }
  if (parentUnitId === unitId) return reject('UNIT_UNDER_ITSELF', { unitId });
  parentMustStand(parentUnitId, fromOn, context.directory);
  for (const name of [data.name, ...data.aliases]) {
    nameMustBeFree(name, fromOn, unitId, context.directory);
  }
}

function foundUnit(data: Of<'FoundUnit'>, state: UnitState, context: OrganisationContext): Events {
  mayBegin(data, state, context);
  return [{ type: 'UnitFounded', data }];
}

function begin(command: BeginCommand, state: UnitState, context: OrganisationContext): Events {
  if (command.type === 'FoundUnit') return foundUnit(command.data, state, context);
  mayBegin(command.data, state, context);
  return formTaskForce(command.data, context);
}

type BeginCommand = Extract<UnitCommand, { type: 'FoundUnit' | 'FormTaskForce' }>;

const currentOf = <Value>(periods: readonly Since<Value>[]): Since<Value> | undefined =>
  periods.at(-1);

/** A new period begins after the latest one began: the past of a unit is not rewritten. */
function mustFollow(latest: Since<unknown> | undefined, on: LocalDate): void {
  if (latest !== undefined && on <= latest.fromOn) {
    reject('UNIT_DATE_TOO_EARLY', { on, notBefore: addDays(latest.fromOn, 1) });
  }
}

function renameUnit(
  data: Of<'RenameUnit'>,
  unit: Unit,
  { directory }: OrganisationContext,
): Events {
  const { unitId } = unit;
  const current = currentOf(unit.names);
  if (current?.value === data.name) return [];
  mustFollow(current, data.fromOn);
  nameMustBeFree(data.name, data.fromOn, unitId, directory);
  return [{ type: 'UnitRenamed', data: { unitId, ...data } }];
}

function addAlias(
  data: Of<'AddUnitAlias'>,
  unit: Unit,
  { directory }: OrganisationContext,
): Events {
  const { unitId } = unit;
  const known = unit.aliases.some(({ value }) => nameKey(value) === nameKey(data.alias));
  if (known) return [];
  if (data.fromOn < unit.fromOn) {
    return reject('UNIT_DATE_TOO_EARLY', { on: data.fromOn, notBefore: unit.fromOn });
  }
  nameMustBeFree(data.alias, data.fromOn, unitId, directory);
  return [{ type: 'UnitAliasAdded', data: { unitId, ...data } }];
}

function moveUnit(data: Of<'MoveUnit'>, unit: Unit, { directory }: OrganisationContext): Events {
  const { unitId } = unit;
  const { parentUnitId, fromOn } = data;
  const current = currentOf(unit.parents);
  if (current?.value === parentUnitId) return [];
  mustFollow(current, fromOn);
  parentMustStand(parentUnitId, fromOn, directory);
  if (parentUnitId !== null && directory.subtreeOn(unitId, fromOn).includes(parentUnitId)) {
    return reject('UNIT_UNDER_ITSELF', { unitId, parentUnitId });
  }
  return [{ type: 'UnitMoved', data: { unitId, ...data } }];
}

function changeKind(data: Of<'ChangeUnitKind'>, unit: Unit): Events {
  const { unitId } = unit;
  const current = currentOf(unit.kinds);
  if (current?.value === data.kind) return [];
  mustFollow(current, data.fromOn);
  return [{ type: 'UnitKindChanged', data: { unitId, ...data } }];
}

function endUnit(data: Of<'EndUnit'>, unit: Unit, { directory }: OrganisationContext): Events {
  const { unitId } = unit;
  const { endedOn, how, successorUnitIds } = data;
  const notBefore = lastChangeOn(unit);
  if (endedOn < notBefore) return reject('UNIT_DATE_TOO_EARLY', { on: endedOn, notBefore });
  if (how !== 'dissolved' && successorUnitIds.length === 0) {
    return reject('UNIT_SUCCESSOR_MISSING', { how });
  }
  if (successorUnitIds.includes(unitId)) return reject('UNIT_SUCCESSOR_IS_ITSELF', { unitId });
  const unknown = successorUnitIds.filter((successor) => !directory.knowsUnit(successor));
  if (unknown.length > 0) return reject('UNIT_SUCCESSOR_NOT_KNOWN', { unitIds: unknown });
  return [{ type: 'UnitEnded', data: { unitId, ...data } }];
}

/** The same ending again changes nothing; any other change of an ended unit is refused. */
function afterTheEnd(command: UnitCommand, unit: Unit): Events {
  const { unitId, end } = unit;
  if (end !== null && command.type === 'EndUnit') {
    const { endedOn, how, successorUnitIds } = command.data;
    const same =
      endedOn === end.endedOn &&
      how === end.how &&
      successorUnitIds.join() === end.successorUnitIds.join();
    if (same) return [];
  }
  if (command.type === 'SplitUnit' && wasSplitSo(command.data, unit)) return [];
  return reject('UNIT_ALREADY_ENDED', { unitId, endedOn: end?.endedOn ?? null });
}

function decide(command: UnitCommand, state: UnitState, context: OrganisationContext): Events {
  if (!mayKeepDirectory(context.actor)) return reject('UNIT_KEEPER_ONLY');
  if (command.type === 'FoundUnit' || command.type === 'FormTaskForce') {
    return begin(command, state, context);
  }
  if (state.status === 'absent') return reject('UNIT_NOT_FOUNDED');
  if (command.type === 'CompleteMerger') {
    if (context.actor.actor.kind !== 'system') return reject('SYSTEM_ONLY');
    return completeMerger(command.data, state);
  }
  if (state.end !== null) return afterTheEnd(command, state);
  return change(command, state, context);
}

type ChangeCommand = Exclude<UnitCommand, BeginCommand | { type: 'CompleteMerger' }>;

/** Changes of a unit that has begun and has not ended. */
function change(command: ChangeCommand, state: Unit, context: OrganisationContext): Events {
  if (isTaskForceCommand(command)) return decideTaskForce(command, state, context);
  switch (command.type) {
    case 'RenameUnit':
      return renameUnit(command.data, state, context);
    case 'AddUnitAlias':
      return addAlias(command.data, state, context);
    case 'MoveUnit':
      return moveUnit(command.data, state, context);
    case 'ChangeUnitKind':
      return changeKind(command.data, state);
    case 'MergeUnits':
      return mergeUnits(command.data, state, context);
    case 'SplitUnit':
      return splitUnit(command.data, state, context);
    case 'EndUnit':
      return endUnit(command.data, state, context);
    default:
      return assertNever(command);
  }
}

/** One unit, from founding to end (stream `unit-<unitId>`). */
export const unitDecider: Decider<UnitCommand, UnitEvent, UnitState, OrganisationContext> = {
  category: 'unit',
  initialState: noUnit,
  decide,
  evolve: evolveUnit,
};
