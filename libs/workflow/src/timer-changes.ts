import { stateOf } from './interpreter';
import type { WorkflowDefinition } from './definition';
import { sameData } from './same-data';
import type { TimerDefinition } from './timers';

/** Where a task stands in a flow, as far as timers care. */
export interface TimerStanding {
  readonly definition: WorkflowDefinition;
  readonly state: string;
  /** A task without a due date has no timer that counts from it. */
  readonly hasDueDate: boolean;
}

/** Timers that could strike for a task as it stands: those of its state, and those of a deadline while it is owed. */
export function timersOf({
  definition,
  state,
  hasDueDate,
}: TimerStanding): readonly TimerDefinition[] {
  if (stateOf(definition, state).final) return [];
  return definition.timers.filter(({ on }) => {
    if ('state' in on) return on.state === state;
    return on.deadline === 'report' || hasDueDate;
  });
}

/** Reminders and escalations that fall away and that come, when a task goes from one flow to another. */
export interface TimerChanges {
  readonly removed: readonly TimerDefinition[];
  readonly added: readonly TimerDefinition[];
}

/** The words of a timer may differ without it being another one. */
const isSame = (one: TimerDefinition, other: TimerDefinition): boolean =>
  sameData({ ...one, label: null, on: null }, { ...other, label: null, on: null }) &&
  'state' in one.on === 'state' in other.on &&
  ('state' in one.on || sameData(one.on, other.on));

export function timerChanges(before: TimerStanding, after: TimerStanding): TimerChanges {
  const [old, next] = [timersOf(before), timersOf(after)];
  return {
    removed: old.filter((timer) => !next.some((other) => isSame(timer, other))),
    added: next.filter((timer) => !old.some((other) => isSame(timer, other))),
  };
}
