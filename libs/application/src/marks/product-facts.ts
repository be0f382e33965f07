import type { MarksFacts } from '@thidua/evaluation';
import type { TaskOutcome } from '@thidua/projections';
import type { WrittenFacts } from '@thidua/scoring';
import { withEvents, type PersonEntries } from './read-entries';

type WrittenPerson = NonNullable<WrittenFacts['people']>[number];
type WrittenPeriod = NonNullable<WrittenPerson['periods']>[number];
type WrittenWork = Extract<WrittenPeriod, { kind: 'WORK' }>;
export type WrittenProduct = WrittenWork['products'][number];
type WrittenAccepted = NonNullable<WrittenProduct['accepted']>[number];
type Occurrences = NonNullable<WrittenAccepted['late']>;

type Work = MarksFacts<'CoefficientFixed'> & { readonly eventIds: string[] };
type Cause = MarksFacts<'ObjectiveCauseConfirmed'> & { readonly eventIds: string[] };

/** A number of occurrences; the causes confirmed for them excuse one each, in the order in which they were confirmed. */
const occurrences = (count: number, causes: readonly Cause[], eventIds: string[]): Occurrences =>
  Array.from({ length: count }, (_, index) => {
    const cause = causes[index];
    if (cause === undefined) return { eventIds };
    const { reason, confirmedBy, eventIds: confirmed } = cause;
    return { eventIds, objectiveCause: { reason, confirmedBy, eventIds: confirmed } };
  });

/** What was entered by hand with a name and a reason. */
function entered(work: Work, entries: PersonEntries): readonly WrittenAccepted[] {
  const causes = withEvents(entries, 'ObjectiveCauseConfirmed').filter(
    ({ workId }) => workId === work.entryId,
  );
  const of = (what: Cause['what']) => causes.filter((cause) => cause.what === what);
  return withEvents(entries, 'UnitsAccepted')
    .filter(({ workId }) => workId === work.entryId)
    .map(({ units, lateTimes, majorErrors, eventIds }) => ({
      units,
      late: occurrences(lateTimes, of('late'), eventIds),
      majorErrors: occurrences(majorErrors, of('majorError'), eventIds),
      eventIds,
    }));
}

/** What the events of the task say: accepted once it is done; a delay excused on the task is no occurrence here. */
function derived(
  work: Work,
  outcome: TaskOutcome | undefined,
  units: number,
): readonly WrittenAccepted[] {
  if (work.taskId === null || outcome === undefined || !outcome.isDone || units === 0) return [];
  const late = outcome.lateOccurrences
    .filter(({ excusedBy }) => excusedBy === null)
    .map(({ eventIds }) => ({ eventIds: [...eventIds] }));
  const majorErrors = outcome.returns
    .filter(({ majorContentError }) => majorContentError)
    .map(({ eventId }) => ({ eventIds: [eventId] }));
  return [{ units, late, majorErrors, eventIds: [...outcome.lifeEventIds] }];
}

/** A work with what became of it: as entered where it was, otherwise as the task's events tell it. */
export function productOf(
  work: Work,
  entries: PersonEntries,
  outcomes: ReadonlyMap<string, TaskOutcome>,
): WrittenProduct {
  const handedOff = withEvents(entries, 'WorkHandedOff')
    .filter(({ workId }) => workId === work.entryId)
    .map(({ units, toPersonId, eventIds }) => ({ units, toPersonId, eventIds }));
  const left = work.quantity - handedOff.reduce((total, { units }) => total + units, 0);
  const byHand = entered(work, entries);
  const outcome = work.taskId === null ? undefined : outcomes.get(work.taskId);
  return {
    id: work.entryId,
    origin: work.origin,
    k: work.coefficient.replace(',', '.'),
    catalogueVersion: work.catalogueVersion,
    quantity: work.quantity,
    accepted: [...(byHand.length > 0 ? byHand : derived(work, outcome, left))],
    handedOff,
    eventIds: work.eventIds,
  };
}
