import { addDays, type LocalDate, type UnitId } from '@thidua/kernel';
import type { UnitEvent, UnitKind } from '../unit.events';
import { evolveTaskForce, type TaskForce } from './task-force.evolve';

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

type DataOf<Type extends UnitEvent['type']> = Extract<UnitEvent, { type: Type }>['data'];

/** A unit through time: names, kinds, parents and aliases are periods in order, so a record of 2024 keeps its name. */
export interface Unit {
  readonly status: 'founded';
  readonly unitId: UnitId;
  readonly kinds: readonly Since<UnitKind>[];
  readonly fromOn: LocalDate;
  readonly names: readonly Since<string>[];
  readonly parents: readonly Since<UnitId | null>[];
  /** Every alias holds from its day to the end of the unit. */
  readonly aliases: readonly Since<string>[];
  readonly end: UnitEnd | null;
  /** Mergers into this unit. */
  readonly mergers: readonly DataOf<'UnitMerged'>[];
  readonly splits: readonly DataOf<'UnitSplit'>[];
  /** Null for every unit that was not formed as a task force. */
  readonly taskForce: TaskForce | null;
}

/** Plain JSON, so that a projection can keep it as it is. */
export type UnitState = { readonly status: 'absent' } | Unit;

export const noUnit: UnitState = { status: 'absent' };

/** The last day that is known: of the unit's end, or of the decision that formed a task force; null while open. */
export function lastDayOf({ end, taskForce }: Unit): LocalDate | null {
  const days = [end?.endedOn ?? null, taskForce?.untilOn ?? null].filter((day) => day !== null);
  return days.reduce<LocalDate | null>((first, day) => earlier(first, day), null);
}

const earlier = (one: LocalDate | null, other: LocalDate): LocalDate =>
  one !== null && one < other ? one : other;

/** True from the day of founding to the last day, both included. */
export function standsOn(unit: Unit, date: LocalDate): boolean {
  const lastDay = lastDayOf(unit);
  return unit.fromOn <= date && (lastDay === null || date <= lastDay);
}

/** The day on which the latest period of the unit began; nothing before it can change any more. */
export function lastChangeOn({ fromOn, names, kinds, parents }: Unit): LocalDate {
  return [...names, ...kinds, ...parents].reduce(
    (latest, period) => (period.fromOn > latest ? period.fromOn : latest),
    fromOn,
  );
}

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

type Founding = Pick<
  DataOf<'UnitFounded'>,
  'unitId' | 'name' | 'kind' | 'parentUnitId' | 'aliases' | 'fromOn'
>;

const founded = (data: Founding, taskForce: TaskForce | null = null): Unit => ({
  status: 'founded',
  unitId: data.unitId,
  kinds: [{ value: data.kind, fromOn: data.fromOn }],
  fromOn: data.fromOn,
  names: [{ value: data.name, fromOn: data.fromOn }],
  parents: [{ value: data.parentUnitId, fromOn: data.fromOn }],
  aliases: data.aliases.map((value) => ({ value, fromOn: data.fromOn })),
  end: null,
  mergers: [],
  splits: [],
  taskForce,
});

/** A split ends the unit the day before, unless it is one of its own successors. */
function splitUp(unit: Unit, data: DataOf<'UnitSplit'>): Unit {
  const { unitId, intoUnitIds, effectiveOn } = data;
  const splits = [...unit.splits, data];
  if (intoUnitIds.includes(unitId)) return { ...unit, splits };
  const endedOn = addDays(effectiveOn, -1);
  return { ...unit, splits, end: { endedOn, how: 'split', successorUnitIds: intoUnitIds } };
}

/** Refuses nothing: an event about a unit nobody founded leaves the state as it is. */
export function evolveUnit(unit: UnitState, event: UnitEvent): UnitState {
  if (event.type === 'UnitFounded') return founded(event.data);
  if (event.type === 'TaskForceFormed') {
    const { members, untilOn } = event.data;
    return founded({ ...event.data, kind: 'task-force' }, { members, untilOn });
  }
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
    case 'UnitKindChanged':
      return { ...unit, kinds: withPeriod(unit.kinds, event.data.kind, event.data.fromOn) };
    case 'UnitMerged':
      return { ...unit, mergers: [...unit.mergers, event.data] };
    case 'UnitSplit':
      return splitUp(unit, event.data);
    case 'UnitEnded': {
      const { endedOn, how, successorUnitIds } = event.data;
      return { ...unit, end: { endedOn, how, successorUnitIds } };
    }
    default:
      return { ...unit, taskForce: evolveTaskForce(unit.taskForce, event) };
  }
}
