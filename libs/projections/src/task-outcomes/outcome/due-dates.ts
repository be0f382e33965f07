import type { LocalDate } from '@thidua/kernel';
import { idsBehind, type ViewedFact } from './facts-in-view';
import { phaseOn, type TaskLife } from './life';

/** A due date (the day itself still counts) and since when it is in force. */
export interface DueDate {
  readonly dueOn: LocalDate | null;
  readonly fromOn: LocalDate;
  readonly eventIds: readonly string[];
}

function dueSetBy(fact: ViewedFact): LocalDate | null | undefined {
  switch (fact.type) {
    case 'TaskAssigned':
      return fact.data.dueOn;
    case 'TriggerReceived':
      return fact.data.dueOn ?? undefined;
    case 'DeadlineExtended':
      return fact.data.to;
    case 'TaskAmended':
      return fact.data.dueOn === null ? undefined : fact.data.dueOn.to;
    default:
      return undefined;
  }
}

/** Every due date the task has had, in log order; the last one is in force. */
export const dueDatesOf = (facts: readonly ViewedFact[]): readonly DueDate[] =>
  facts.flatMap((fact) => {
    const dueOn = dueSetBy(fact);
    if (dueOn === undefined) return [];
    const { correction, on: fromOn } = fact;
    return [
      { dueOn: correction === null ? dueOn : correction.now, fromOn, eventIds: idsBehind(fact) },
    ];
  });

/** The first day the task was ever given, by assignment, trigger or amendment: no later change ever hides it. */
export const originalDueDate = (dueDates: readonly DueDate[]): DueDate | null =>
  dueDates.find(({ dueOn }) => dueOn !== null) ?? dueDates[0] ?? null;

/** A deadline that passed while it was still valid. */
export interface LateOccurrence {
  readonly dueOn: LocalDate;
  /** The event that confirmed an objective cause for it, or null. */
  readonly excusedBy: string | null;
  readonly eventIds: readonly string[];
}

const isMissed = (dueOn: LocalDate, next: DueDate | undefined, endedOn: LocalDate): boolean =>
  dueOn < endedOn && (next === undefined || next.fromOn > dueOn);

/**
 * Each missed, still valid deadline is one occurrence, and a reset deadline that is missed again is one more; days are
 * not counted (decree 335/2025, article 14.2.c). A date that passed while the task waited for its trigger is none,
 * because its clock had not started. A confirmed objective cause excuses the delays that had happened by its day.
 * `endedOn` is the day of completion, or the day asked about for a task that is not done.
 */
export function lateOccurrences(
  facts: readonly ViewedFact[],
  life: TaskLife,
  endedOn: LocalDate,
): readonly LateOccurrence[] {
  const dueDates = dueDatesOf(facts);
  const causes = facts.filter((fact) => fact.type === 'DelayCauseConfirmed');
  return dueDates.flatMap(({ dueOn, eventIds }, index) => {
    if (dueOn === null || !isMissed(dueOn, dueDates[index + 1], endedOn)) return [];
    if (phaseOn(life, dueOn) === 'waiting') return [];
    const cause = causes.find(({ on }) => on > dueOn);
    return [{ dueOn, excusedBy: cause?.eventId ?? null, eventIds }];
  });
}
