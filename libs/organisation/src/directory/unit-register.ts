import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { UnitKind } from '../unit.events';
import type { TaskForceMember } from '../unit/task-force.events';
import { membersOn } from '../unit/task-force.evolve';
import {
  lastChangeOn,
  lastDayOf,
  standsOn,
  valueOn,
  type Unit,
  type UnitState,
} from '../unit/unit.state';
import { nameKey } from './name-key';

/** A unit as it stood on one day. */
export interface UnitOnDate {
  readonly unitId: UnitId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentUnitId: UnitId | null;
  readonly aliases: readonly string[];
}

/** A name or alias and the unit that answers to it. */
export interface NamedUnit {
  readonly unitId: UnitId;
  readonly name: string;
}

/** A membership in a task force that stands on the day asked for. */
export interface HeldMembership extends TaskForceMember {
  readonly unitId: UnitId;
}

/** Every unit there ever was, asked by day (calendar days in Asia/Ho_Chi_Minh). */
export interface UnitRegister {
  knowsUnit(unitId: UnitId): boolean;
  unitOn(unitId: UnitId, date: LocalDate): UnitOnDate | null;
  /** In the order of founding, then of id. */
  unitsOn(date: LocalDate): readonly UnitOnDate[];
  /** Units standing on the day whose name or alias of that day it is; more than one means that it is ambiguous. */
  unitsNamed(written: string, date: LocalDate): readonly UnitId[];
  /** Units that bore the name on any day. */
  unitsEverNamed(written: string): readonly UnitId[];
  /** Every unit through time, in the order of founding, then of id. */
  readonly units: readonly Unit[];
  /** The unit through time; null when nobody founded it. */
  unit(unitId: UnitId): Unit | null;
  /** The day on which the unit's latest period began, before which nothing may change; null for an unknown unit. */
  lastChangeOn(unitId: UnitId): LocalDate | null;
  /** Everyone in the task force on the day, with the unit to which their part of its results goes. */
  membersOn(unitId: UnitId, date: LocalDate): readonly TaskForceMember[];
  /** Task forces that stand on the day and have the person as a member. */
  membershipsOn(personId: PersonId, date: LocalDate): readonly HeldMembership[];
  /** True when the last day of the unit lies before the day. */
  unitEndedBefore(unitId: UnitId, date: LocalDate): boolean;
  namesOn(date: LocalDate): readonly NamedUnit[];
  /** Every name and alias of any day. */
  readonly everyName: readonly string[];
  /** The unit itself and all units below it on the day. */
  subtreeOn(unitId: UnitId, date: LocalDate): readonly UnitId[];
  /** Who stands for the unit on the day: itself, or the successors of one that ended, through all mergers since. */
  standInsOn(unitId: UnitId, date: LocalDate): readonly UnitId[];
}

const seenOn = (unit: Unit, date: LocalDate): UnitOnDate => ({
  unitId: unit.unitId,
  name: valueOn(unit.names, date) ?? unit.unitId,
  kind: valueOn(unit.kinds, date) ?? 'division',
  parentUnitId: valueOn(unit.parents, date),
  aliases: unit.aliases.filter(({ fromOn }) => fromOn <= date).map(({ value }) => value),
});

const byFounding = (a: Unit, b: Unit): number =>
  a.fromOn === b.fromOn ? (a.unitId < b.unitId ? -1 : 1) : a.fromOn < b.fromOn ? -1 : 1;

function standIns(
  units: ReadonlyMap<UnitId, Unit>,
  unitId: UnitId,
  date: LocalDate,
  seen: Set<UnitId>,
): readonly UnitId[] {
  const unit = units.get(unitId);
  if (unit === undefined || seen.has(unitId)) return [];
  seen.add(unitId);
  if (standsOn(unit, date)) return [unitId];
  const successors = unit.end?.successorUnitIds ?? [];
  return successors.flatMap((successor) => standIns(units, successor, date, seen));
}

function memberQueries(
  units: ReadonlyMap<UnitId, Unit>,
): Pick<UnitRegister, 'membersOn' | 'membershipsOn'> {
  const forces = [...units.values()].filter(({ taskForce }) => taskForce !== null);
  const present = (unit: Unit | undefined, date: LocalDate): readonly TaskForceMember[] =>
    unit !== undefined && standsOn(unit, date) ? membersOn(unit.taskForce, date) : [];
  return {
    membersOn: (unitId, date) => present(units.get(unitId), date),
    membershipsOn: (personId, date) =>
      forces.flatMap((unit) =>
        present(unit, date)
          .filter((member) => member.personId === personId)
          .map((member) => ({ ...member, unitId: unit.unitId })),
      ),
  };
}

/** Builds the register from the folded states; absent ones are left out. */
export function unitRegisterOf(states: readonly UnitState[]): UnitRegister {
  const units = states.filter((state) => state.status === 'founded').sort(byFounding);
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const everNamed = new Map<string, Set<UnitId>>();
  for (const { unitId, names, aliases } of units) {
    for (const key of [...names, ...aliases].map(({ value }) => nameKey(value))) {
      everNamed.set(key, (everNamed.get(key) ?? new Set<UnitId>()).add(unitId));
    }
  }

  const unitsEverNamed = (written: string) => [...(everNamed.get(nameKey(written)) ?? [])];
  const unitOn = (unitId: UnitId, date: LocalDate) => {
    const unit = byId.get(unitId);
    return unit !== undefined && standsOn(unit, date) ? seenOn(unit, date) : null;
  };
  const unitsOn = (date: LocalDate) =>
    units.filter((unit) => standsOn(unit, date)).map((unit) => seenOn(unit, date));
  const bearsOn = (unitId: UnitId, key: string, date: LocalDate) => {
    const unit = unitOn(unitId, date);
    return unit !== null && [unit.name, ...unit.aliases].some((name) => nameKey(name) === key);
  };

  return {
    everyName: units.flatMap(({ names, aliases }) =>
      [...names, ...aliases].map(({ value }) => value),
    ),
    units,
    knowsUnit: (unitId) => byId.has(unitId),
    unit: (unitId) => byId.get(unitId) ?? null,
    lastChangeOn: (unitId) => {
      const unit = byId.get(unitId);
      return unit === undefined ? null : lastChangeOn(unit);
    },
    ...memberQueries(byId),
    unitOn,
    unitsOn,
    unitsEverNamed,
    unitsNamed: (written, date) =>
      unitsEverNamed(written).filter((unitId) => bearsOn(unitId, nameKey(written), date)),
    unitEndedBefore: (unitId, date) => {
      const unit = byId.get(unitId);
      const lastDay = unit === undefined ? null : lastDayOf(unit);
      return lastDay !== null && lastDay < date;
    },
    namesOn: (date) =>
      unitsOn(date).flatMap(({ unitId, name, aliases }) =>
        [name, ...aliases].map((known) => ({ unitId, name: known })),
      ),
    subtreeOn: (unitId, date) => subtree(unitsOn(date), unitId),
    standInsOn: (unitId, date) => standIns(byId, unitId, date, new Set()),
  };
}

function subtree(units: readonly UnitOnDate[], root: UnitId): readonly UnitId[] {
  const found = new Set([root]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { unitId, parentUnitId } of units) {
      if (parentUnitId !== null && found.has(parentUnitId)) found.add(unitId);
    }
  }
  return [...found];
}
