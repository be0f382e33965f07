import type { UnitMarksEvent } from '@thidua/evaluation';
import type { RecordedUnitEntry } from '@thidua/projections';
import { unitTasksOf, type UnitFacts, type UnitYearFacts } from '@thidua/scoring';

type DataByType = {
  readonly [Type in UnitMarksEvent['type']]: Extract<UnitMarksEvent, { type: Type }>['data'];
};
type DataOf<Type extends UnitMarksEvent['type']> = DataByType[Type];
type Named<Type extends UnitMarksEvent['type']> = DataOf<Type> & { readonly eventIds: string[] };
type Finding = Named<'UnitFindingRecorded'>;

/** All units that one director classes share a quota (decree 335/2025, articles 5.4 and 8.5). */
export const UNIT_GROUP = { id: 'don-vi', title: 'Phòng, đơn vị thuộc Sở' };

/** Entries of the type that stand, each with its event. */
function standing<Type extends UnitMarksEvent['type']>(
  entries: readonly RecordedUnitEntry[],
  type: Type,
): readonly Named<Type>[] {
  const withdrawn = new Set(
    entries.flatMap(({ event }) =>
      event.type === 'UnitEntryWithdrawn' ? [event.data.withdraws] : [],
    ),
  );
  return entries.flatMap(({ eventId, event }) =>
    event.type === type && !withdrawn.has(event.data.entryId)
      ? [{ ...(event.data as DataOf<Type>), eventIds: [eventId] }]
      : [],
  );
}

function scoreOf(entries: readonly RecordedUnitEntry[]) {
  const [marks] = standing(entries, 'UnitMarksConfirmed');
  if (marks === undefined) return null;
  const { general, result, eventIds } = marks;
  return { general, result, eventIds };
}

function tasksOf(measured: UnitFacts, entries: readonly RecordedUnitEntry[], pleas: Finding[]) {
  const exceeded = new Map(
    standing(entries, 'TaskExceedRecognised').map(({ taskId, eventIds }) => [taskId, eventIds]),
  );
  const tasks = unitTasksOf(measured, exceeded);
  const [plea] = pleas;
  return (
    tasks && {
      ...tasks,
      forceMajeure: plea === undefined ? null : { reason: plea.reason, eventIds: plea.eventIds },
    }
  );
}

/**
 * One unit’s year under the rules for organisations: its tasks from the log, the rest as it was entered. What nobody
 * entered is null, never a zero and never full marks.
 */
export function unitYearFacts(
  measured: UnitFacts,
  entries: readonly RecordedUnitEntry[],
): UnitYearFacts {
  const findings = standing(entries, 'UnitFindingRecorded');
  const of = (finding: Finding['finding']) => findings.filter((each) => each.finding === finding);
  const isFixed = of('SHORTCOMINGS_FIXED').length > 0 ? true : null;
  return {
    id: measured.unit.unitId,
    groupId: UNIT_GROUP.id,
    decidedClass: null,
    quarters: [],
    year: {
      score: scoreOf(entries),
      tasks: tasksOf(measured, entries, of('FORCE_MAJEURE')),
      subUnitsNotCompleted: of('SUB_UNIT_NOT_COMPLETED').map(({ subUnitId, eventIds }) => ({
        ...{ unitId: subUnitId ?? '', eventIds },
      })),
      shortcomingsFixed: of('SHORTCOMINGS_NOT_FIXED').length > 0 ? false : isFixed,
      wrongdoing: of('WRONGDOING').map(({ entryId, eventIds }) => ({ actId: entryId, eventIds })),
    },
  };
}
