import type { WorkflowDefinition } from '../definition';
import { defaultFlow } from './default-flow';
import { twoLevelFlow } from './two-level-flow';

/** Every version of every flow that is shipped. A version once shipped stays, because running tasks are pinned to it. */
export const definitions: readonly WorkflowDefinition[] = [defaultFlow, twoLevelFlow];

/** The definition a task is pinned to; null when no such version is shipped. */
export const findDefinition = (id: string, version: number): WorkflowDefinition | null =>
  definitions.find((definition) => definition.id === id && definition.version === version) ?? null;
