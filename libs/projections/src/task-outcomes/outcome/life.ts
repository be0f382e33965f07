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

const isSame = (a: PhaseStep | undefined, b: PhaseStep | undefined): boolean => {
  if (a?.phase !== b?.phase) return false;
  // Which event finished the task, or took it out of its plan, matters beside the phase: it brings the day.
  return a?.phase === 'done' || a?.phase === 'outside' ? a.fact === b?.fact : true;
};

/** Every event without which the task would have stood elsewhere on some day. */
export const idsBehindLife = (life: TaskLife): readonly string[] =>
  mergeIds(
    ...life
      .filter((step) => {
        const without = life.filter((other) => other !== step);
        return life.some(({ fact }) => !isSame(stepOn(life, fact.on), stepOn(without, fact.on)));
      })
      .map(({ fact }) => idsBehind(fact)),
  );

/** How the task left its plan; null when it has not. */
export function leftAs(life: TaskLife, day: LocalDate): LeftAs | null {
  const step = stepOn(life, day);
  if (step?.phase !== 'outside') return null;
  if (step.fact.type === 'TaskCancelled') return 'cancelled';
  return step.fact.type === 'TaskSuperseded' ? 'superseded' : 'notArisen';
}
