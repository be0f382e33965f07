import type { WorkflowDefinition } from '../definition';

type Flow = Pick<WorkflowDefinition, 'states' | 'transitions' | 'initial'>;

/** Where a way leads, by state, each once. */
const waysOf = ({ states, transitions }: Flow): ReadonlyMap<string, readonly string[]> =>
  new Map(
    states.map(({ name }) => [
      name,
      [...new Set(transitions.filter(({ from }) => from.includes(name)).map(({ to }) => to))],
    ]),
  );

/**
 * States in reading order: each stands below every state that leads to it, ways that lead back left aside. What lies
 * equally far stands in the order of the definition, and what left the plan stands last.
 */
export function orderStates(flow: Flow): readonly string[] {
  const ways = waysOf(flow);
  const depths = new Map<string, number>();
  // A way back to a state that is still being walked is a return or a reopening; it does not push the state down.
  const walk = (state: string, depth: number, path: ReadonlySet<string>): void => {
    if (path.has(state) || (depths.get(state) ?? -1) >= depth) return;
    depths.set(state, depth);
    const onward = new Set([...path, state]);
    for (const next of ways.get(state) ?? []) walk(next, depth + 1, onward);
  };
  walk(flow.initial, 0, new Set());
  const names = flow.states.map(({ name }) => name);
  const outside = new Set(
    flow.states.filter(({ phase }) => phase === 'outside').map((s) => s.name),
  );
  const depthOf = (name: string): number =>
    (depths.get(name) ?? names.length) + (outside.has(name) ? names.length : 0);
  return [...names].sort(
    (one, other) => depthOf(one) - depthOf(other) || names.indexOf(one) - names.indexOf(other),
  );
}
