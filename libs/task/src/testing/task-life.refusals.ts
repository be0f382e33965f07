import { NOTHING_NEW } from './task-life.move';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';

/** The first refusal that applies; null when none does. */
export const first = (...refusals: readonly (string | null | false)[]): string | null =>
  refusals.find((refusal): refusal is string => typeof refusal === 'string') ?? null;

/** Whether the task is at a stage and the actor one of those meant; in this order people are told. */
const gate =
  (isStage: (task: TaskLife) => boolean) =>
  (task: TaskLife, isMeant: boolean): string | null =>
    first(!isStage(task) && 'FACT_NOT_ALLOWED', !isMeant && 'ROLE_NOT_ALLOWED');

export const early = gate((task) => life.isIn(task, 'assigned', 'waiting', 'inProgress'));
export const atWork = gate(life.isAtWork);
export const anyTime = gate(life.isUnfinished);
export const evenAfter = gate((task) => life.isUnfinished(task) || task.state === 'completed');

export const tooEarly = ({ on }: Act, since: string | null | undefined) =>
  typeof since === 'string' && on < since && 'OCCURRED_TOO_EARLY';

/** An end that was recorded before: on the same day nothing new, otherwise a refusal. */
export const endedBefore = (on: string, endedOn: string | null, code: string) =>
  endedOn !== null && (endedOn === on ? NOTHING_NEW : code);
