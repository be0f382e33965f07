import type { WorkflowDefinition } from './definition';

/** From which flow to which, and where the names of their states differ. */
export interface FlowChange {
  readonly from: WorkflowDefinition;
  readonly to: WorkflowDefinition;
  /** State of the new flow by state of the old one. */
  readonly stateMap: Readonly<Record<string, string>>;
}

/** Where a task would stand, or why it cannot: no such state, or one that means something else. */
export type Counterpart =
  | { readonly state: string }
  | {
      readonly missing: 'state' | 'phase';
      readonly wanted: string;
      /** States of the new flow that mean the same as the old one. */
      readonly known: readonly string[];
    };

/** The state of the new flow that takes the place of a state of the old one: as mapped, else of the same name. */
export function counterpartOf({ from, to, stateMap }: FlowChange, state: string): Counterpart {
  const wanted = Object.hasOwn(stateMap, state) ? (stateMap[state] ?? state) : state;
  const old = from.states.find(({ name }) => name === state);
  const target = to.states.find(({ name }) => name === wanted);
  const known = to.states.filter(({ phase }) => phase === old?.phase).map(({ name }) => name);
  if (target === undefined) return { missing: 'state', wanted, known };
  return target.phase === old?.phase ? { state: wanted } : { missing: 'phase', wanted, known };
}
