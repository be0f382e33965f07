import type { WorkflowDefinition } from '../definition';
import { defaultFlow, defaultFlowV2 } from './default-flow';
import { reportSeries } from './report-series';
import { twoLevelFlow, twoLevelFlowV2 } from './two-level-flow';

/** Every version of every flow that is shipped. A version once shipped stays, because running tasks are pinned to it. */
export const definitions: readonly WorkflowDefinition[] = [
  defaultFlow,
  defaultFlowV2,
  twoLevelFlow,
  twoLevelFlowV2,
  reportSeries,
];

/** The definition a task is pinned to; null when no such version is shipped. */
export const findDefinition = (id: string, version: number): WorkflowDefinition | null =>
  definitions.find((definition) => definition.id === id && definition.version === version) ?? null;
