import type { TaskOutcomeRow } from '../task-outcome-row';
import { returnsOf, type Return } from './deliveries';
import { lateOccurrences, type LateOccurrence } from './due-dates';
import {
  factsInView,
  idsBehind,
  mergeIds,
  type OutcomeView,
  type ViewedFact,
} from './facts-in-view';
import { idsBehindLeads } from './leads';
import { factBehindPhase, idsBehindLife, lifeOf, phaseOn } from './life';

/** To whom a person passed the task on: a person, or a unit that had not named one yet. */
export interface PassedOn {
  readonly toId: string;
  readonly eventId: string;
}

/** What the score of a person who works on a task is derived from: the part of its outcome that earns or costs. */
export interface TaskWork {
  readonly isDone: boolean;
  readonly lateOccurrences: readonly LateOccurrence[];
  readonly returns: readonly Return[];
  /** As in the task's outcome: the events behind its life, its leads and what was corrected. */
  readonly lifeEventIds: readonly string[];
  /** The hand-over by which the person gave the task away, unless it came back; null where there is none. */
  passedOnBy(personId: string): PassedOn | null;
}

function passedOnBy(facts: readonly ViewedFact[], personId: string): PassedOn | null {
  const last = facts.findLast(
    (fact) =>
      fact.type === 'TaskHandedOver' &&
      (fact.data.from.personId === personId || fact.data.to.personId === personId),
  );
  if (last?.type !== 'TaskHandedOver' || last.data.to.personId === personId) return null;
  const { unitId, personId: toPersonId } = last.data.to;
  return { toId: toPersonId ?? unitId, eventId: last.eventId };
}

/** Null when the task was not assigned yet on that day, or not known to be. Pure, like `taskOutcome`. */
export function taskWork(row: TaskOutcomeRow, view: OutcomeView): TaskWork | null {
  const facts = factsInView(row.facts, view);
  const life = lifeOf(facts);
  const [phase, last] = [phaseOn(life, view.asOf), factBehindPhase(life, view.asOf)];
  if (phase === null || last === null) return null;
  const isDone = phase === 'done';
  const corrected = facts.filter(({ correction }) => correction !== null);
  return {
    isDone,
    lateOccurrences: lateOccurrences(facts, life, isDone ? last.on : view.asOf),
    returns: returnsOf(facts),
    lifeEventIds: mergeIds(idsBehindLife(life), idsBehindLeads(facts), ...corrected.map(idsBehind)),
    passedOnBy: (personId) => passedOnBy(facts, personId),
  };
}
