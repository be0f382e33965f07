import { addDays, assertNever, type Decider, type LocalDate } from '@thidua/kernel';
import type { Directory } from '../directory/directory';
import { nameKey } from '../directory/name-key';
import { mayKeepDirectory } from '../may-keep-directory';
import type { OrganisationContext } from '../organisation-context';
import type { UnitEvent } from '../unit.events';
import type { UnitCommand } from './unit.commands';
import { rejectUnit as reject } from './unit.rejections';
import { evolveUnit, noUnit, type Since, type Unit, type UnitState } from './unit.state';

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

function foundUnit(data: Of<'FoundUnit'>, state: UnitState, context: OrganisationContext): Events {
  const { unitId, parentUnitId, fromOn } = data;
  if (state.status === 'founded') {
    return reject('UNIT_ALREADY_FOUNDED', { unitId, fromOn: state.fromOn });
  }
  if (parentUnitId === unitId) return reject('UNIT_UNDER_ITSELF', { unitId });
  parentMustStand(parentUnitId, fromOn, context.directory);
  for (const name of [data.name, ...data.aliases]) {
    nameMustBeFree(name, fromOn, unitId, context.directory);
  }
  return [{ type: 'UnitFounded', data }];
}

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

function endUnit(data: Of<'EndUnit'>, unit: Unit, { directory }: OrganisationContext): Events {
  const { unitId } = unit;
  const { endedOn, how, successorUnitIds } = data;
  const begins = [...unit.names, ...unit.parents].map(({ fromOn }) => fromOn);
  const notBefore = begins.reduce((latest, day) => (day > latest ? day : latest), unit.fromOn);
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
  return reject('UNIT_ALREADY_ENDED', { unitId, endedOn: end?.endedOn ?? null });
}

function decide(command: UnitCommand, state: UnitState, context: OrganisationContext): Events {
  if (!mayKeepDirectory(context.actor)) return reject('UNIT_KEEPER_ONLY');
  if (command.type === 'FoundUnit') return foundUnit(command.data, state, context);
  if (state.status === 'absent') return reject('UNIT_NOT_FOUNDED');
  if (state.end !== null) return afterTheEnd(command, state);
  switch (command.type) {
    case 'RenameUnit':
      return renameUnit(command.data, state, context);
    case 'AddUnitAlias':
      return addAlias(command.data, state, context);
    case 'MoveUnit':
      return moveUnit(command.data, state, context);
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
