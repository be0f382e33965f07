import type { MarksFacts } from '@thidua/evaluation';
import type { TaskWork } from '@thidua/projections';
import type { PersonFacts } from '@thidua/scoring';
import type { PersonEntries } from './person-entries';

type WorkPeriod = Extract<PersonFacts['periods'][number], { kind: 'WORK' }>;
type ProductFacts = WorkPeriod['products'][number];
type Accepted = ProductFacts['accepted'][number];
type Occurrence = Accepted['late'][number];

export type Work = MarksFacts<'CoefficientFixed'> & { readonly eventIds: string[] };
type Cause = MarksFacts<'ObjectiveCauseConfirmed'> & { readonly eventIds: string[] };

const occurrence = (
  eventIds: readonly string[],
  objectiveCause: Occurrence['objectiveCause'] = null,
): Occurrence => ({ on: null, days: 1, objectiveCause, eventIds: [...eventIds] });

/** A number of occurrences; the causes confirmed for them excuse one each, in the order in which they were confirmed. */
const occurrences = (count: number, causes: readonly Cause[], eventIds: string[]): Occurrence[] =>
  Array.from({ length: count }, (_, index) => {
    const cause = causes[index];
    if (cause === undefined) return occurrence(eventIds);
    const { reason, confirmedBy, eventIds: confirmed } = cause;
    return occurrence(eventIds, { reason, confirmedBy, eventIds: confirmed });
  });

/** What was entered by hand with a name and a reason. */
function entered(work: Work, entries: PersonEntries): Accepted[] {
  const causes = entries.ofWork('ObjectiveCauseConfirmed', work.entryId);
  const of = (what: Cause['what']) => causes.filter((cause) => cause.what === what);
  return entries
    .ofWork('UnitsAccepted', work.entryId)
    .map(({ units, lateTimes, majorErrors, eventIds }) => ({
      units,
      late: occurrences(lateTimes, of('late'), eventIds),
      majorErrors: occurrences(majorErrors, of('majorError'), eventIds),
      eventIds,
    }));
}

type Became = Pick<ProductFacts, 'accepted' | 'handedOff'>;

/**
 * What the events of the task say. It is accepted once it is done, by whoever holds it then; a delay excused on the task
 * is no occurrence. Passed on before, what was left of the work stays with the giver as handed off (article 18.1.d).
 */
function derived(work: Work, task: TaskWork | undefined, units: number): Became {
  if (task === undefined || units === 0) return { accepted: [], handedOff: [] };
  const passedOn = task.passedOnBy(work.personId);
  if (passedOn !== null) {
    const { toId, eventId } = passedOn;
    return { accepted: [], handedOff: [{ units, toPersonId: toId, eventIds: [eventId] }] };
  }
  if (!task.isDone) return { accepted: [], handedOff: [] };
  const late = task.lateOccurrences
    .filter(({ excusedBy }) => excusedBy === null)
    .map(({ eventIds }) => occurrence(eventIds));
  const majorErrors = task.returns
    .filter(({ majorContentError }) => majorContentError)
    .map(({ eventId }) => occurrence([eventId]));
  const eventIds = [...task.lifeEventIds];
  return { accepted: [{ units, late, majorErrors, eventIds }], handedOff: [] };
}

/** A work with what became of it: as entered where it was, otherwise as the task's events tell it. */
export function productOf(
  work: Work,
  entries: PersonEntries,
  tasks: ReadonlyMap<string, TaskWork>,
): ProductFacts {
  const handedOff = entries
    .ofWork('WorkHandedOff', work.entryId)
    .map(({ units, toPersonId, eventIds }) => ({ units, toPersonId, eventIds }));
  const left = work.quantity - handedOff.reduce((total, { units }) => total + units, 0);
  const byHand = entered(work, entries);
  const task = work.taskId === null ? undefined : tasks.get(work.taskId);
  const became =
    byHand.length > 0 ? { accepted: byHand, handedOff: [] } : derived(work, task, left);
  return {
    id: work.entryId,
    title: null,
    origin: work.origin,
    k: work.coefficient.replace(',', '.'),
    catalogueVersion: work.catalogueVersion,
    quantity: work.quantity,
    accepted: became.accepted,
    handedOff: [...handedOff, ...became.handedOff],
    eventIds: work.eventIds,
  };
}
