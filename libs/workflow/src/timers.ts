import type { Label } from './label';
import type { Role } from './roles';

/**
 * From where a timer counts: the day a task came into a state, the task's due date in force, or the day the monthly
 * progress report is due (`reportDueDay` of the definition).
 */
export type TimerStart =
  { readonly state: string } | { readonly deadline: (typeof TIMER_DEADLINES)[number] };

export const TIMER_DEADLINES = ['task', 'report'] as const;

/** How far a timer stands from its start, a whole number from 0; working days are those of the official calendar. */
export type TimerDistance = { readonly workingDays: number } | { readonly calendarDays: number };

export const TIMER_ACTS = ['remind', 'escalate'] as const;
export type TimerAct = (typeof TIMER_ACTS)[number];

/**
 * One reminder or escalation of a flow, as data. It strikes on one calendar day (Asia/Ho_Chi_Minh), and only while the
 * task still stands in the state, or is still owed where the timer hangs on a deadline. Exactly one of `before` and
 * `after` is given; only a deadline has a before.
 */
export interface TimerDefinition {
  readonly name: string;
  readonly on: TimerStart;
  readonly before?: TimerDistance | undefined;
  readonly after?: TimerDistance | undefined;
  readonly does: TimerAct;
  /** A ladder: everybody in the first of these roles that somebody holds for the task on that day is told. */
  readonly to: readonly Role[];
  readonly label: Label;
}

/** A distance with its sign. */
export interface TimerOffset {
  /** Negative before the start, 0 on its day, positive after it. */
  readonly days: number;
  readonly counted: 'workingDays' | 'calendarDays';
}

/** When a timer strikes, seen from the day it counts from; the day itself for a timer that says neither. */
export function timerOffset({ before, after }: TimerDefinition): TimerOffset {
  const distance = before ?? after ?? { calendarDays: 0 };
  const sign = before === undefined ? 1 : -1;
  return 'workingDays' in distance
    ? { days: sign * distance.workingDays, counted: 'workingDays' }
    : { days: sign * distance.calendarDays, counted: 'calendarDays' };
}
