import type { TaskEvent } from '@thidua/task';
import type { Fact } from './task-facts';

/** A task with every fact that its outcome, its KPI and its score can depend on, in log order. */
export interface TaskOutcomeRow {
  readonly taskId: string;
  readonly planId: string;
  /** Year of the plan, to which the result counts. */
  readonly year: number;
  /** Number in the plan as printed, e.g. `2.3.a`. */
  readonly no: string;
  readonly title: string;
  readonly kind: Extract<TaskEvent, { readonly type: 'TaskAssigned' }>['data']['kind'];
  /** Every unit that ever led the task, so that a unit's past tasks are found too. */
  readonly leadUnitIds: readonly string[];
  /** Every unit that was ever asked for coordination: its answers count although it never led. */
  readonly askedUnitIds: readonly string[];
  readonly facts: readonly Fact[];
}
