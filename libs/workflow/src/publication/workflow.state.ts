import type { WorkflowDefinition } from '../definition';
import type { WorkflowEvent } from './workflow.events';

/** What the log says of one flow; the shipped versions stand beside it. */
export interface WorkflowState {
  /** Versions published by the office, oldest first. */
  readonly published: readonly WorkflowDefinition[];
  /** Versions, published or shipped, that take no new tasks. */
  readonly retiredVersions: readonly number[];
}

export const noWorkflow: WorkflowState = { published: [], retiredVersions: [] };

/** Refuses nothing; an event of a type that is not known here leaves the state as it is. */
export function evolveWorkflow(state: WorkflowState, event: WorkflowEvent): WorkflowState {
  switch (event.type) {
    case 'WorkflowPublished':
      return { ...state, published: [...state.published, event.data.definition] };
    case 'WorkflowRetired':
      return { ...state, retiredVersions: [...state.retiredVersions, event.data.version] };
    default:
      return state;
  }
}

/**
 * Every version there is, shipped and published, by number. A published version stands before a shipped one of the same
 * number: running tasks are pinned to what the log says, whatever a later release ships.
 */
export function versionsOf(
  { published }: WorkflowState,
  shipped: readonly WorkflowDefinition[],
): readonly WorkflowDefinition[] {
  const numbers = new Set(published.map(({ version }) => version));
  const beside = shipped.filter(({ version }) => !numbers.has(version));
  return [...beside, ...published].sort((one, other) => one.version - other.version);
}
