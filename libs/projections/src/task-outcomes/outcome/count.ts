import type { ViewedFact } from './facts-in-view';

/** How often the task took place, against how often it has to. */
export interface CountOutcome {
  readonly target: number;
  readonly reached: number;
  readonly isReached: boolean;
  /** The event by which a leader let fewer do; null when none did. */
  readonly acceptedBelowBy: string | null;
  /** What set the target, and every occurrence that counts. */
  readonly eventIds: readonly string[];
}

const AT_LEAST = /^MIN_(\d+)_PER_YEAR$/;

interface Target {
  readonly count: number;
  readonly eventId: string;
}

function targetSetBy(fact: ViewedFact): Target | null {
  if (fact.type === 'CountTargetSet') return { count: fact.data.count, eventId: fact.eventId };
  if (fact.type !== 'TaskAssigned') return null;
  const planned = AT_LEAST.exec(fact.data.recurrence ?? '')?.[1];
  return planned === undefined ? null : { count: Number(planned), eventId: fact.eventId };
}

/** Null for a task that need not take place any number of times. */
export function countOf(facts: readonly ViewedFact[]): CountOutcome | null {
  const target = facts.map(targetSetBy).findLast((set) => set !== null) ?? null;
  if (target === null) return null;
  const withdrawn = new Set(
    facts.flatMap((fact) => (fact.type === 'OccurrenceWithdrawn' ? [fact.data.occurrenceId] : [])),
  );
  const counting = facts.filter(
    (fact) => fact.type === 'OccurrenceRecorded' && !withdrawn.has(fact.data.occurrenceId),
  );
  return {
    target: target.count,
    reached: counting.length,
    isReached: counting.length >= target.count,
    acceptedBelowBy:
      facts.findLast(({ type }) => type === 'CountShortfallAccepted')?.eventId ?? null,
    eventIds: [target.eventId, ...counting.map(({ eventId }) => eventId)],
  };
}
