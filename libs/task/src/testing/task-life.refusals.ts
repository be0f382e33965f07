import { NOTHING_NEW, type Refusal } from './task-life.move';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';

type Maybe = Refusal | null | false;

/** The first refusal that applies; null when none does. */
export const first = (...refusals: readonly Maybe[]): Refusal | null =>
  refusals.find((refusal): refusal is Refusal => typeof refusal === 'string') ?? null;

/** Whether the task is at a stage and the actor one of those meant; in this order people are told. */
const gate =
  (isStage: (task: TaskLife) => boolean) =>
  (task: TaskLife, isMeant: boolean): Refusal | null =>
    first(!isStage(task) && 'FACT_NOT_ALLOWED', !isMeant && 'ROLE_NOT_ALLOWED');

export const early = gate((task) => life.isIn(task, 'assigned', 'waiting', 'inProgress'));
export const atWork = gate(life.isAtWork);
export const anyTime = gate(life.isUnfinished);
export const evenAfter = gate((task) => life.isUnfinished(task) || task.state === 'completed');

export const tooEarly = ({ on }: Act, since: string | null | undefined) =>
  typeof since === 'string' && on < since && 'OCCURRED_TOO_EARLY';

/** A day named in the command that lies before the day of the act. */
export const dayPassed = ({ on }: Act, day: string | null) =>
  day !== null && day < on && 'DAY_TOO_EARLY';

/** An end that was recorded before: on the same day nothing new, otherwise a refusal. */
export const endedBefore = (on: string, endedOn: string | null, code: Refusal) =>
  endedOn !== null && (endedOn === on ? NOTHING_NEW : code);

/** Who may speak for one of the units, and for one only. */
export function speaking(task: TaskLife, { actor }: Act, among: readonly string[]): Maybe {
  const [unit, second] = life.spokenFor(task, actor, among);
  return first(
    unit === undefined && 'ACTOR_NOT_IN_UNIT',
    second !== undefined && 'UNIT_MUST_BE_NAMED',
  );
}

/** The same for what only the head of a unit says. */
export const speakingAsHead = (task: TaskLife, { actor }: Act): Maybe =>
  life.headedUnits(task, actor).length > 1 && 'UNIT_MUST_BE_NAMED';

/** Who may report for all leads: the focal unit where there is one. */
export const compiling = (task: TaskLife, act: Act): Maybe =>
  task.focalUnit === null
    ? speaking(task, act, task.leadUnits)
    : life.compilerFor(task, act.actor) === null && 'FOCAL_UNIT_REPORTS';

interface StepTerms {
  /** Whether the step leads out of where the task stands. */
  readonly stands: boolean;
  readonly mayTake: boolean;
  /** Whether what has to come with the step came; true where nothing has to. */
  readonly isComplete?: boolean;
  /** Whether what the flow asks of the task and the actor holds; true where it asks nothing. */
  readonly holds?: boolean;
  /** Whether this very step, taken by somebody who may, brought the task where it stands. */
  readonly isRepeated: boolean;
}

/** A step along the flow. People are told first what they can do least about. */
export const step = (task: TaskLife, act: Act, terms: StepTerms): Refusal | null =>
  first(
    !terms.stands && (terms.isRepeated ? NOTHING_NEW : 'TRANSITION_NOT_ALLOWED'),
    !terms.mayTake && 'ROLE_NOT_ALLOWED',
    terms.isComplete === false && 'REQUIREMENT_MISSING',
    terms.holds === false && 'GUARD_FAILED',
    tooEarly(act, task.stepsFrom),
  );
