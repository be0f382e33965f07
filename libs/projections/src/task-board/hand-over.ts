import type { TaskFacts } from '@thidua/task';
import type { BoardAssignment, BoardLead, TaskBoardRow } from './task-board.row';

type HandOver = TaskFacts<'TaskHandedOver'>;

/** A unit that takes over and led already keeps the heavier of the two roles. */
function leadsAfter(leads: readonly BoardLead[], { from, to }: HandOver): readonly BoardLead[] {
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
