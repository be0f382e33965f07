import type { LocalDate, UnitId } from '@thidua/kernel';
import type { UnitKind } from '../unit.events';
import { standsOn, valueOn, type Unit, type UnitState } from '../unit/unit.state';
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
  kind: unit.kind,
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
    knowsUnit: (unitId) => byId.has(unitId),
    unitOn,
    unitsOn,
    unitsEverNamed,
    unitsNamed: (written, date) =>
      unitsEverNamed(written).filter((unitId) => bearsOn(unitId, nameKey(written), date)),
    unitEndedBefore: (unitId, date) => {
      const end = byId.get(unitId)?.end ?? null;
      return end !== null && end.endedOn < date;
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
