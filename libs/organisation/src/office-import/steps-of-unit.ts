import type { UnitId } from '@thidua/kernel';
import { nameKey } from '../directory/name-key';
import type { UnitCommand } from '../unit/unit.commands';
import { valueOn, type Unit, type UnitState } from '../unit/unit.state';
import type { UnitRow } from './office-rows';

const NO_BASIS = { legalBasis: null } as const;

/** How many units of the list stand above the one of the row; a ring counts to its own length and is refused later. */
function depthOf(row: UnitRow, parents: ReadonlyMap<UnitId, UnitId | null>): number {
  const seen = new Set([row.unitId]);
  let at = row.parentUnitId;
  while (at !== null && parents.has(at) && !seen.has(at)) {
    seen.add(at);
    at = parents.get(at) ?? null;
  }
  return seen.size;
}

/** By day, and on one day parents before the units under them. */
export function unitRowsInOrder(rows: readonly UnitRow[]): readonly UnitRow[] {
  const parents = new Map(rows.map(({ unitId, parentUnitId }) => [unitId, parentUnitId]));
  const placeOf = (row: UnitRow) => ({ row, depth: depthOf(row, parents) });
  return rows
    .map(placeOf)
    .toSorted((a, b) =>
      a.row.validFrom === b.row.validFrom
        ? a.depth - b.depth || a.row.line - b.row.line
        : a.row.validFrom < b.row.validFrom
          ? -1
          : 1,
    )
    .map(({ row }) => row);
}

const founding = (row: UnitRow): UnitCommand => ({
  type: 'FoundUnit',
  data: {
    unitId: row.unitId,
    name: row.name,
    kind: row.kind,
    parentUnitId: row.parentUnitId,
    aliases: [...row.aliases],
    fromOn: row.validFrom,
    ...NO_BASIS,
  },
});

/** Only what differs from the unit as it was on the day of the row. */
function changes(row: UnitRow, unit: Unit): readonly UnitCommand[] {
  const { name, kind, parentUnitId, validFrom: fromOn } = row;
  const known = new Set([...unit.aliases, ...unit.names].map(({ value }) => nameKey(value)));
  const aliases = row.aliases.filter((alias) => !known.has(nameKey(alias)));
  const steps: UnitCommand[] = aliases.map((alias) => ({
    type: 'AddUnitAlias',
    data: { alias, fromOn },
  }));
  if (valueOn(unit.names, fromOn) !== name) {
    steps.push({ type: 'RenameUnit', data: { name, fromOn, ...NO_BASIS } });
  }
  if (valueOn(unit.kinds, fromOn) !== kind) {
    steps.push({ type: 'ChangeUnitKind', data: { kind, fromOn, ...NO_BASIS } });
  }
  if (valueOn(unit.parents, fromOn) !== parentUnitId) {
    steps.push({ type: 'MoveUnit', data: { parentUnitId, fromOn, ...NO_BASIS } });
  }
  return steps;
}

/** The least that makes the unit what the row says. */
export function stepsOfUnit(row: UnitRow, unit: UnitState): readonly UnitCommand[] {
  const steps = unit.status === 'absent' ? [founding(row)] : changes(row, unit);
  if (row.validUntil === null) return steps;
  const data = {
    endedOn: row.validUntil,
    how: 'dissolved',
    successorUnitIds: [],
    ...NO_BASIS,
  } as const;
  if (unit.status === 'founded' && unit.end?.endedOn === row.validUntil) return steps;
  return [...steps, { type: 'EndUnit', data: { ...data, successorUnitIds: [] } }];
}
