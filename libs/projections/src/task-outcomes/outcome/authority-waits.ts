import { addDays, daysBetween, type LocalDate } from '@thidua/kernel';
import { mergeIds, type ViewedFact } from './facts-in-view';

/** A time of waiting for a higher authority: from its first day up to, not including, `untilOn`. */
export interface AuthorityWait {
  readonly waitId: string;
  readonly fromOn: LocalDate;
  /** Null while the answer has not come. */
  readonly untilOn: LocalDate | null;
  /** Confirmed from above the lead unit; which waits count is a rule with a version. */
  readonly isConfirmed: boolean;
  readonly eventIds: readonly string[];
}

export const authorityWaitsOf = (facts: readonly ViewedFact[]): readonly AuthorityWait[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'AuthorityWaitStarted') return [];
    const { waitId, fromOn } = fact.data;
    const end = facts.find(
      (other) => other.type === 'AuthorityWaitEnded' && other.data.waitId === waitId,
    );
    const confirmed = facts.find(
      (other) => other.type === 'AuthorityWaitConfirmed' && other.data.waitId === waitId,
    );
    const later = [end, confirmed].flatMap((other) => (other === undefined ? [] : [other.eventId]));
    return [
      {
        ...{ waitId, fromOn, untilOn: end?.on ?? null },
        isConfirmed: confirmed !== undefined,
        eventIds: mergeIds([fact.eventId], later),
      },
    ];
  });

/** Days of waiting between two days (the later one not included); overlapping waits count a day once. */
export function daysWaited(
  waits: readonly AuthorityWait[],
  from: LocalDate,
  to: LocalDate,
): number {
  const spans = waits
    .map((wait) => ({
      start: wait.fromOn > from ? wait.fromOn : from,
      end: wait.untilOn !== null && wait.untilOn < to ? wait.untilOn : to,
    }))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  let [dayCount, counted] = [0, from];
  for (const { start, end } of spans) {
    const fresh = start > counted ? start : counted;
    if (end <= fresh) continue;
    dayCount += daysBetween(fresh, end);
    counted = end;
  }
  return dayCount;
}

/** Of the days late (the days after the due date up to the end), how many were spent waiting for the authority. */
export const lateDaysWaited = (
  waits: readonly AuthorityWait[],
  dueOn: LocalDate,
  endedOn: LocalDate,
): number => (endedOn <= dueOn ? 0 : daysWaited(waits, addDays(dueOn, 1), addDays(endedOn, 1)));
