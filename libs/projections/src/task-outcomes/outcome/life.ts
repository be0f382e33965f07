import type { LocalDate } from '@thidua/kernel';
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

/** What one event does to the phase; null leaves it. By event type, so that any workflow definition is counted alike. */
function phaseAfter(fact: ViewedFact): LifePhase | null {
  switch (fact.type) {
    case 'TaskAssigned':
    case 'TriggerReceived':
    case 'WorkStarted':
    case 'ResultReported':
    case 'ResultReturned':
    case 'TaskReopened':
      return 'open';
    case 'TriggerAwaited':
      return 'waiting';
    case 'TaskCompleted':
    case 'OngoingClosed':
      // A correction to "no day" says that the task was never completed.
      return fact.correction !== null && fact.correction.now === null ? 'open' : 'done';
    case 'TaskNotArisen':
    case 'TaskCancelled':
    case 'TaskSuperseded':
      return 'outside';
    default:
      return null;
  }
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

/** Every event that changed the phase: taking one away may change what was owed on some day. */
export const idsBehindLife = (life: TaskLife): readonly string[] =>
  mergeIds(
    ...life
      .filter((step, index) => step.phase === 'done' || step.phase !== life[index - 1]?.phase)
      .map(({ fact }) => idsBehind(fact)),
  );

/** How the task left its plan; null when it has not. */
export function leftAs(life: TaskLife, day: LocalDate): LeftAs | null {
  const step = stepOn(life, day);
  if (step?.phase !== 'outside') return null;
  if (step.fact.type === 'TaskCancelled') return 'cancelled';
  return step.fact.type === 'TaskSuperseded' ? 'superseded' : 'notArisen';
}
