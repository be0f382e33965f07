import type { DecisionContext, TaskId } from '@thidua/kernel';
import type { Directory } from './directory/directory';

/** Beside who and when: the directory as it stood before the command, for rules that look at other units and people. */
export interface OrganisationContext extends DecisionContext {
  readonly directory: Directory;
  /** Open tasks that the unit leads, for a split; null or left out when nobody looked, then shares are taken as given. */
  readonly openTaskIds?: readonly TaskId[] | null;
}
