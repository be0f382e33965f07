import type { LocalDate } from '@thidua/kernel';
import type { FactType } from '../task-facts';
import { idsBehind, mergeIds, type ViewedFact } from './facts-in-view';

/** Where a task stands for counting; `waiting` = its trigger has not come, so its clock has not started. */
export type LifePhase = 'open' | 'waiting' | 'done' | 'outside';

/** How a task left its plan, and with it every denominator. */
export type LeftAs = 'notArisen' | 'cancelled' | 'superseded';

interface PhaseStep {
  readonly phase: LifePhase;
  readonly fact: ViewedFact;
}

/** The phases of a task as a view sees them, in log order. */
export type TaskLife = readonly PhaseStep[];

/** What an event does to the phase. By event type, so that tasks of any workflow definition are counted alike. */
const PHASE_AFTER: Readonly<Partial<Record<FactType, LifePhase>>> = {
  TaskAssigned: 'open',
  TriggerAwaited: 'waiting',
  TriggerReceived: 'open',
  WorkStarted: 'open',
  ResultReported: 'open',
  ResultReturned: 'open',
  TaskCompleted: 'done',
  OngoingClosed: 'done',
  TaskReopened: 'open',
  TaskNotArisen: 'outside',
  TaskCancelled: 'outside',
  TaskSuperseded: 'outside',
};

/** Null when the event leaves the phase as it is. */
function phaseAfter(fact: ViewedFact): LifePhase | null {
  const phase = PHASE_AFTER[fact.type] ?? null;
  // A correction to "no day" says that the task was never completed.
  const isWithdrawn = phase === 'done' && fact.correction !== null && fact.correction.now === null;
  return isWithdrawn ? 'open' : phase;
}

export const lifeOf = (facts: readonly ViewedFact[]): TaskLife =>
  facts.flatMap((fact) => {
    const phase = phaseAfter(fact);
    return phase === null ? [] : [{ phase, fact }];
  });

/** The last step taken by the end of the day: log order decides between facts of earlier days. */
const stepOn = (life: TaskLife, day: LocalDate): PhaseStep | undefined =>
  life.findLast(({ fact }) => fact.on <= day);

/** The phase at the end of the day; null before the assignment. */
export const phaseOn = (life: TaskLife, day: LocalDate): LifePhase | null =>
  stepOn(life, day)?.phase ?? null;

/** The fact that put the task where it stands at the end of the day; null before the assignment. */
export const factBehindPhase = (life: TaskLife, day: LocalDate): ViewedFact | null =>
  stepOn(life, day)?.fact ?? null;

/** A final step brings a day of its own; an open or waiting one only continues what its run began. */
const isFinal = ({ phase }: PhaseStep): boolean => phase === 'done' || phase === 'outside';

/** Steps of one phase in a row, and the first of them, which began it. */
function runStart(life: TaskLife, index: number): PhaseStep | undefined {
  const before = life.slice(0, index).findLastIndex(({ phase }) => phase !== life[index]?.phase);
  return life[before + 1];
}

/**
 * The events that decide where the task stood on any day: what began each phase, what ended the task, what was
 * corrected, and what was recorded for a day before its phase began. Whoever takes another event away changes nothing.
 */
export const idsBehindLife = (life: TaskLife): readonly string[] =>
  mergeIds(
    ...life
      .filter((step, index) => {
        const start = runStart(life, index);
        const isBackdated = start !== undefined && step.fact.on < start.fact.on;
        return step === start || isFinal(step) || step.fact.correction !== null || isBackdated;
      })
      .map(({ fact }) => idsBehind(fact)),
  );

/** The events that put the task where it stands at the end of the view's day. */
export function idsBehindPhase(life: TaskLife): readonly string[] {
  const [last, lastIndex] = [life.at(-1), life.length - 1];
  if (last === undefined) return [];
  const start = isFinal(last) ? last : (runStart(life, lastIndex) ?? last);
  const corrected = life.slice(life.indexOf(start)).filter(({ fact }) => fact.correction !== null);
  return mergeIds(idsBehind(start.fact), ...corrected.map(({ fact }) => idsBehind(fact)));
}

/** How the task left its plan; null when it has not. */
export function leftAs(life: TaskLife, day: LocalDate): LeftAs | null {
  const step = stepOn(life, day);
  if (step?.phase !== 'outside') return null;
  if (step.fact.type === 'TaskCancelled') return 'cancelled';
  return step.fact.type === 'TaskSuperseded' ? 'superseded' : 'notArisen';
}
