import type { DecisionContext } from '@thidua/kernel';
import type { Directory } from './directory/directory';

/** Beside who and when: the directory as it stood before the command, for rules that look at other units and people. */
export interface OrganisationContext extends DecisionContext {
  readonly directory: Directory;
}
