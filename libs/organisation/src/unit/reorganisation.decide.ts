import { addDays, type LocalDate, type UnitId } from '@thidua/kernel';
import type { Directory } from '../directory/directory';
import type { OrganisationContext } from '../organisation-context';
import type { UnitEvent } from '../unit.events';
import type { TaskShare } from './reorganisation.events';
import type { UnitCommand } from './unit.commands';
import { rejectUnit as reject } from './unit.rejections';
import { lastChangeOn, type Unit } from './unit.state';

type Of<Type extends UnitCommand['type']> = Extract<UnitCommand, { type: Type }>['data'];
type Events = readonly UnitEvent[];

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

const namedTwice = (ids: readonly string[]): string | undefined =>
  ids.find((id, index) => ids.indexOf(id) !== index);

function requireDistinct(field: string, ids: readonly string[]): void {
  const id = namedTwice(ids);
  if (id !== undefined) reject('UNIT_NAMED_TWICE', { field, id });
}

/** The last day of a unit that ends may not lie before its latest change: the past is not rewritten. */
function mayEndOn(unitId: UnitId, endedOn: LocalDate, latest: LocalDate): void {
  if (endedOn < latest) {
    reject('UNIT_CHANGED_LATER', { unitId, changedOn: latest, notBefore: addDays(latest, 1) });
  }
}

function mustStandOn(unitId: UnitId, on: LocalDate, directory: Directory): void {
  if (!directory.knowsUnit(unitId)) reject('UNIT_SUCCESSOR_NOT_KNOWN', { unitIds: [unitId] });
  if (directory.unitOn(unitId, on) === null) reject('UNIT_NOT_STANDING', { unitId, on });
}

function mayBeMerged(mergedId: UnitId, into: Unit, on: LocalDate, directory: Directory): void {
  const merged = directory.unit(mergedId);
  if (merged === null) return reject('UNIT_UNKNOWN', { unitId: mergedId });
  if (merged.end !== null) {
    reject('UNIT_ALREADY_ENDED', { unitId: mergedId, endedOn: merged.end.endedOn });
  }
  const lastDay = addDays(on, -1);
  mustStandOn(mergedId, lastDay, directory);
  mayEndOn(mergedId, lastDay, lastChangeOn(merged));
  if (directory.subtreeOn(mergedId, on).includes(into.unitId)) {
    reject('UNIT_UNDER_ITSELF', { unitId: mergedId, parentUnitId: into.unitId });
  }
}

/** One event on the stream of the unit that goes on; the ends of the others follow from it. */
export function mergeUnits(
  data: Of<'MergeUnits'>,
  into: Unit,
  { directory }: OrganisationContext,
): Events {
  const { unitId } = into;
  const { mergedUnitIds, effectiveOn } = data;
  const before = into.mergers.some(
    (merger) => merger.effectiveOn === effectiveOn && sameIds(merger.mergedUnitIds, mergedUnitIds),
  );
  if (before) return [];
  requireDistinct('mergedUnitIds', mergedUnitIds);
  if (mergedUnitIds.includes(unitId)) reject('UNIT_SUCCESSOR_IS_ITSELF', { unitId });
  mustStandOn(unitId, effectiveOn, directory);
  for (const mergedId of mergedUnitIds) mayBeMerged(mergedId, into, effectiveOn, directory);
  return [{ type: 'UnitMerged', data: { unitId, ...data } }];
}

/** Never refuses on account of days or names: the merger is decided, and this only says it on the merged unit's stream. */
export function completeMerger(data: Of<'CompleteMerger'>, unit: Unit): Events {
  if (unit.end !== null) return [];
  const { intoUnitId, endedOn, document } = data;
  return [
    {
      type: 'UnitEnded',
      data: {
        unitId: unit.unitId,
        endedOn,
        how: 'merged',
        successorUnitIds: [intoUnitId],
        legalBasis: document,
      },
    },
  ];
}

const sameShares = (one: readonly TaskShare[], other: readonly TaskShare[]): boolean =>
  sameIds(
    one.map(({ taskId, unitId }) => `${taskId} ${unitId}`),
    other.map(({ taskId, unitId }) => `${taskId} ${unitId}`),
  );

/** Every open task of the unit goes somewhere that is stated; a task that is not open has nowhere to go. */
function sharesMustBeComplete(
  { shares, restUnitId, intoUnitIds }: Of<'SplitUnit'>,
  openTaskIds: readonly string[] | null,
): void {
  requireDistinct(
    'shares',
    shares.map(({ taskId }) => taskId),
  );
  const outside = [...shares.map(({ unitId }) => unitId), restUnitId]
    .filter((unitId) => unitId !== null)
    .filter((unitId) => !intoUnitIds.includes(unitId));
  if (outside.length > 0) reject('SPLIT_SHARE_OUTSIDE', { unitIds: outside });
  if (openTaskIds === null) return;
  const strange = shares.filter(({ taskId }) => !openTaskIds.includes(taskId));
  if (strange.length > 0) {
    reject('SPLIT_TASK_NOT_OPEN', { taskIds: strange.map(({ taskId }) => taskId) });
  }
  const shared = new Set(shares.map(({ taskId }) => taskId));
  const left = openTaskIds.filter((taskId) => !shared.has(taskId));
  if (restUnitId === null && left.length > 0) reject('SPLIT_SHARES_MISSING', { taskIds: left });
}

const isSameSplit = (one: Of<'SplitUnit'>, other: Of<'SplitUnit'>): boolean =>
  one.effectiveOn === other.effectiveOn &&
  one.restUnitId === other.restUnitId &&
  sameIds(one.intoUnitIds, other.intoUnitIds) &&
  sameShares(one.shares, other.shares);

export const wasSplitSo = (data: Of<'SplitUnit'>, { splits }: Unit): boolean =>
  splits.some((split) => isSameSplit(split, data));

export function splitUnit(
  data: Of<'SplitUnit'>,
  unit: Unit,
  { directory, openTaskIds = null }: OrganisationContext,
): Events {
  const { unitId } = unit;
  const { intoUnitIds, effectiveOn } = data;
  if (wasSplitSo(data, unit)) return [];
  requireDistinct('intoUnitIds', intoUnitIds);
  if (intoUnitIds.every((successor) => successor === unitId)) {
    reject('UNIT_SUCCESSOR_IS_ITSELF', { unitId });
  }
  mayEndOn(unitId, addDays(effectiveOn, -1), lastChangeOn(unit));
  for (const successor of intoUnitIds) mustStandOn(successor, effectiveOn, directory);
  sharesMustBeComplete(data, openTaskIds);
  return [{ type: 'UnitSplit', data: { unitId, ...data } }];
}
