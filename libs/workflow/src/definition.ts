import type { Label } from './label';
import type { Role } from './roles';
import type { TimerDefinition } from './timers';

export type { Label } from './label';
export { ROLES, type Role } from './roles';

/**
 * What a state means for counting, whatever a definition calls it.
 * `open`: work is owed; `waiting`: a trigger outside the lead's power is missing; `reported`: the lead has handed the
 * result in; `done`: accepted; `outside`: left the plan (not arisen, cancelled, superseded) and every denominator.
 */
export const STATE_PHASES = ['open', 'waiting', 'reported', 'done', 'outside'] as const;
export type StatePhase = (typeof STATE_PHASES)[number];

export interface StateDefinition {
  readonly name: string;
  readonly phase: StatePhase;
  readonly label: Label;
  /** A final state needs no way out; any other state must be able to reach a final one. */
  readonly final: boolean;
}

/** Conditions the interpreter knows by name. A definition combines them; adding one is a change of code. */
export const GUARDS = [
  /** The person who reported the result may not verify it. */
  'verifierDidNotReport',
  /** Tasks led by the Office itself are verified by a deputy director or the director. */
  'officeTaskVerifiedAbove',
  /** Every listed product has been handed in. */
  'allProductsHandedIn',
  /** Every listed product has been accepted. */
  'allProductsAccepted',
  /** The task carries a condition ("nếu có", "khi có hướng dẫn"). */
  'taskIsConditional',
  /** The task is ongoing work without one due result ("thường xuyên"). */
  'taskIsOngoing',
] as const;
export type Guard = (typeof GUARDS)[number];

/** What must come with the command for the transition to be taken. */
export const REQUIREMENTS = ['reason', 'evidence', 'document'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface TransitionDefinition {
  readonly name: string;
  /** The command that asks for it; one state may offer several commands, a command at most one transition per state. */
  readonly command: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly Role[];
  readonly requires: readonly Requirement[];
  readonly guards: readonly Guard[];
  readonly label: Label;
}

/** A flow as data. Running tasks stay pinned to the id and version they were assigned under. */
export interface WorkflowDefinition {
  readonly id: string;
  readonly version: number;
  readonly label: Label;
  readonly initial: string;
  readonly states: readonly StateDefinition[];
  readonly transitions: readonly TransitionDefinition[];
  /** Facts that change no state, and who may record them in any state of these phases. */
  readonly facts: readonly FactDefinition[];
  /** Day of the month by which the month's progress report is due at the briefing; 31 means the last day. */
  readonly reportDueDay: number;
  /** Reminders and escalations, in the order in which they are listed to people. */
  readonly timers: readonly TimerDefinition[];
}

/** A command that records a fact beside the state (a progress report, an obstacle, an extension). */
export interface FactDefinition {
  readonly command: string;
  readonly phases: readonly StatePhase[];
  readonly by: readonly Role[];
}
