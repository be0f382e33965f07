import type { WorkflowDefinition } from '../definition';
import { noWorkflow, versionsOf, type WorkflowState } from './workflow.state';

/** One version of one flow, as the office has it. */
export interface KnownWorkflow {
  readonly definition: WorkflowDefinition;
  readonly origin: 'shipped' | 'published';
  /** True when no new task begins under it; running ones go on. */
  readonly isRetired: boolean;
}

/** Every flow there is at one moment. */
export interface DefinitionBook {
  /** By id, then by version. */
  readonly all: readonly KnownWorkflow[];
  /** Null when there is no such version. */
  find(id: string, version: number): KnownWorkflow | null;
  /** The version under which new tasks begin; null when there is none or all are retired. */
  newest(id: string): KnownWorkflow | null;
}

const compareIds = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The shipped flows and those of the log, by the id of their stream. */
export function definitionBook(
  shipped: readonly WorkflowDefinition[],
  states: ReadonlyMap<string, WorkflowState>,
): DefinitionBook {
  const ids = [...new Set([...shipped.map(({ id }) => id), ...states.keys()])].sort(compareIds);
  const all = ids.flatMap((id) => {
    const state = states.get(id) ?? noWorkflow;
    const own = shipped.filter((definition) => definition.id === id);
    return versionsOf(state, own).map((definition): KnownWorkflow => ({
      definition,
      origin: state.published.includes(definition) ? 'published' : 'shipped',
      isRetired: state.retiredVersions.includes(definition.version),
    }));
  });
  const byName = new Map(
    all.map((known) => [`${known.definition.id}@${known.definition.version}`, known]),
  );
  return {
    all,
    find: (id, version) => byName.get(`${id}@${version}`) ?? null,
    newest: (id) =>
      all.findLast(({ definition, isRetired }) => definition.id === id && !isRetired) ?? null,
  };
}
