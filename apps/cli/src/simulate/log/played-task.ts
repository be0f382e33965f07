import type { TaskFacts } from '@thidua/task';

/**
 * A task as it was assigned. The script is written from this and never from how the task stands now, so that playing the
 * same year again writes the same script over what the first play has done.
 */
export type PlayedTask = Pick<
  TaskFacts<'TaskAssigned'>,
  | 'taskId'
  | 'planId'
  | 'no'
  | 'title'
  | 'year'
  | 'kind'
  | 'leads'
  | 'coordinatingUnitIds'
  | 'dueOn'
  | 'condition'
  | 'products'
  | 'recurrence'
  | 'workflow'
  | 'assignedOn'
> & {
  /** True when the assignment itself let the task wait for its trigger. */
  readonly awaitsTrigger: boolean;
};
