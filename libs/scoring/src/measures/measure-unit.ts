import { invariant, sum, type LocalDate } from '@thidua/kernel';
import type { TaskOutcome } from '@thidua/projections';
import type { MeasureName } from './measure-names';
import { coordinationEntry, missingReportsEntry, reportingEntry } from './side-measures';
import { overdueEntry, progressEntry, qualityEntry, quantityEntry } from './task-measures';
import type { Measure, MeasuredUnit, MeasureEntry, UnitFacts } from './unit-facts';

/** The unit to which the task counts: a lead, or a focal unit where nobody else leads. */
function carries({ leads }: TaskOutcome, unitId: string): boolean {
  const hasLead = leads.some(({ role }) => role === 'lead');
  return leads.some((lead) => lead.unitId === unitId && (!hasLead || lead.role === 'lead'));
}

function measure(name: MeasureName, entries: readonly (MeasureEntry | null)[]): Measure {
  const present = entries
    .filter((entry) => entry !== null)
    .sort((a, b) => (a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : 0));
  return {
    name,
    earned: sum(present.map(({ earned }) => earned)),
    possible: sum(present.map(({ possible }) => possible)),
    entries: present,
  };
}

/**
 * The facts of one unit, from the outcomes of all tasks of the year: those it carries, reports on, or was asked about.
 * A task with several leads counts fully for each. All outcomes must have been read under one view, as of `asOf`; what
 * was known then is a matter of that reading. The order of the outcomes does not matter.
 */
export function measureUnit(
  outcomes: readonly TaskOutcome[],
  unit: MeasuredUnit,
  { year, asOf }: { readonly year: number; readonly asOf: LocalDate },
): UnitFacts {
  const ofYear = outcomes.filter((outcome) => outcome.year === year);
  for (const outcome of ofYear) {
    invariant(outcome.asOf === asOf, `outcome of ${outcome.taskId} as of ${asOf}`);
  }
  const { unitId } = unit;
  const carried = ofYear.filter((outcome) => carries(outcome, unitId));
  const ofEach = (name: MeasureName, entryOf: (outcome: TaskOutcome) => MeasureEntry | null) =>
    measure(name, ofYear.map(entryOf));
  return {
    unit,
    year,
    asOf,
    measures: {
      taskQuantity: measure('taskQuantity', carried.map(quantityEntry)),
      taskQuality: measure('taskQuality', carried.map(qualityEntry)),
      taskProgress: measure('taskProgress', carried.map(progressEntry)),
      reporting: ofEach('reporting', (outcome) => reportingEntry(outcome, unitId)),
      coordination: ofEach('coordination', (outcome) => coordinationEntry(outcome, unitId)),
      missingReports: ofEach('missingReports', (outcome) => missingReportsEntry(outcome, unitId)),
      overdueTasks: measure('overdueTasks', carried.map(overdueEntry)),
    },
  };
}
