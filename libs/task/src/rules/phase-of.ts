import type { StatePhase, WorkflowDefinition } from '@thidua/workflow';

/** What the state means for counting; a state the flow does not know counts as outside the plan. */
export const phaseOf = ({ states }: WorkflowDefinition, state: string): StatePhase =>
  states.find(({ name }) => name === state)?.phase ?? 'outside';
