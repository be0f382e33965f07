import type { LocalDate, UnitId } from '@thidua/kernel';
import type { UnitEvent, UnitKind } from '../unit.events';

/** A value that holds from a day until the next period begins. */
export interface Since<Value> {
  readonly value: Value;
  readonly fromOn: LocalDate;
}

export interface UnitEnd {
  /** The last day on which the unit stands. */
  readonly endedOn: LocalDate;
  readonly how: 'merged' | 'split' | 'dissolved';
  readonly successorUnitIds: readonly UnitId[];
}

/** A unit through time: names, parents and aliases are periods in order, so a record of 2024 keeps its name. */
export interface Unit {
  readonly status: 'founded';
  readonly unitId: UnitId;
  readonly kind: UnitKind;
  readonly fromOn: LocalDate;
  readonly names: readonly Since<string>[];
  readonly parents: readonly Since<UnitId | null>[];
  /** Every alias holds from its day to the end of the unit. */
  readonly aliases: readonly Since<string>[];
  readonly end: UnitEnd | null;
}

/** Plain JSON, so that a projection can keep it as it is. */
export type UnitState = { readonly status: 'absent' } | Unit;

export const noUnit: UnitState = { status: 'absent' };

/** True from the day of founding to the last day, both included. */
export const standsOn = (unit: Unit, date: LocalDate): boolean =>
  unit.fromOn <= date && (unit.end === null || date <= unit.end.endedOn);

/** The value in force on the day; null before the first period. */
export const valueOn = <Value>(periods: readonly Since<Value>[], date: LocalDate): Value | null =>
  periods.findLast(({ fromOn }) => fromOn <= date)?.value ?? null;

/** Events may arrive out of order, so the periods are kept in the order of their days. */
const withPeriod = <Value>(
  periods: readonly Since<Value>[],
  value: Value,
  fromOn: LocalDate,
): readonly Since<Value>[] =>
  [...periods, { value, fromOn }].sort((a, b) =>
    a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0,
  );

const founded = (data: Extract<UnitEvent, { type: 'UnitFounded' }>['data']): Unit => ({
  status: 'founded',
  unitId: data.unitId,
  kind: data.kind,
  fromOn: data.fromOn,
  names: [{ value: data.name, fromOn: data.fromOn }],
  parents: [{ value: data.parentUnitId, fromOn: data.fromOn }],
  aliases: data.aliases.map((value) => ({ value, fromOn: data.fromOn })),
  end: null,
});

/** Refuses nothing: an event about a unit nobody founded leaves the state as it is. */
export function evolveUnit(unit: UnitState, event: UnitEvent): UnitState {
  if (event.type === 'UnitFounded') return founded(event.data);
  if (unit.status === 'absent') return unit;
  switch (event.type) {
    case 'UnitRenamed':
      return { ...unit, names: withPeriod(unit.names, event.data.name, event.data.fromOn) };
    case 'UnitAliasAdded':
      return { ...unit, aliases: withPeriod(unit.aliases, event.data.alias, event.data.fromOn) };
    case 'UnitMoved':
      return {
        ...unit,
        parents: withPeriod(unit.parents, event.data.parentUnitId, event.data.fromOn),
      };
    case 'UnitEnded': {
      const { endedOn, how, successorUnitIds } = event.data;
      return { ...unit, end: { endedOn, how, successorUnitIds } };
    }
    default:
      return unit;
  }
}
