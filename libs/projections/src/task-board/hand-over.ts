import type { TaskFacts } from '@thidua/task';
import type { BoardAssignment, BoardLead, TaskBoardRow } from './task-board.row';

type HandOver = TaskFacts<'TaskHandedOver'>;

/** A unit that takes over and led already keeps the heavier of the two roles. */
function leadsAfter(
  leads: readonly BoardLead[],
  { from, to }: Pick<HandOver, 'from' | 'to'>,
): readonly BoardLead[] {
  const leaves = leads.some(({ unitId }) => unitId === from.unitId);
  if (from.unitId === to.unitId || !leaves) return leads;
  const involved = leads.filter(({ unitId }) => unitId === from.unitId || unitId === to.unitId);
  const role = involved.some((lead) => lead.role === 'lead') ? 'lead' : 'focal';
  return leads
    .filter(({ unitId }) => unitId !== to.unitId)
    .map((lead) => (lead.unitId === from.unitId ? { unitId: to.unitId, role } : lead));
}

/** Finished parts stay with who did them; open parts go to the new person, or end when the new unit names nobody. */
function assignmentsAfter(
  assignments: readonly BoardAssignment[],
  { from, to }: HandOver,
): readonly BoardAssignment[] {
  const goes = ({ unitId, personId, finishedOn }: BoardAssignment): boolean =>
    finishedOn === null &&
    unitId === from.unitId &&
    (from.personId === null || personId === from.personId);
  const endsWithUnit = ({ unitId, finishedOn }: BoardAssignment): boolean =>
    from.unitId !== to.unitId && finishedOn === null && unitId === from.unitId;
  const staying = assignments.filter((part) => !goes(part) && !endsWithUnit(part));
  if (to.personId === null) return staying;
  const holder = { personId: to.personId, unitId: to.unitId };
  const going = assignments.filter(goes);
  const whole = { ...holder, subtaskId: null, what: null, dueOn: null, finishedOn: null };
  return going.length === 0
    ? [...staying, whole]
    : [...staying, ...going.map((part) => ({ ...part, ...holder }))];
}

/** Who carries the task once it is handed over; what was finished stays with who finished it. */
export const handedOver = (row: TaskBoardRow, handOver: HandOver): Partial<TaskBoardRow> => ({
  leads: leadsAfter(row.leads, handOver),
  coordinatingUnitIds: row.coordinatingUnitIds.filter((unit) => unit !== handOver.to.unitId),
  assignments: assignmentsAfter(row.assignments, handOver),
});

/** The successor of a unit that ended stands in its place; open parts go on under it with the same people. */
export function succeeded(
  row: TaskBoardRow,
  { fromUnitId, toUnitId }: TaskFacts<'TaskUnitSucceeded'>,
): Partial<TaskBoardRow> {
  const swap = (unitId: string): string => (unitId === fromUnitId ? toUnitId : unitId);
  const whole = { personId: null };
  const leads = leadsAfter(row.leads, {
    from: { unitId: fromUnitId, ...whole },
    to: { unitId: toUnitId, ...whole },
  });
  const leading = leads.map(({ unitId }) => unitId);
  return {
    leads,
    coordinatingUnitIds: [...new Set(row.coordinatingUnitIds.map(swap))].filter(
      (unitId) => !leading.includes(unitId),
    ),
    acceptedByUnitIds: [
      ...new Set(row.acceptedByUnitIds.filter((unitId) => unitId !== toUnitId).map(swap)),
    ],
    assignments: row.assignments.map((part) =>
      part.finishedOn === null ? { ...part, unitId: swap(part.unitId) } : part,
    ),
  };
}
