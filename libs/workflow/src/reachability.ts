import type { WorkflowDefinition } from './definition';

/** Every state that can be reached from the given ones along the transitions, the given ones included. */
export function reachableFrom(
  { transitions }: Pick<WorkflowDefinition, 'transitions'>,
  starts: readonly string[],
): ReadonlySet<string> {
  const reached = new Set(starts);
  // A Set iterates over what is added during the iteration, so this walks the whole graph.
  for (const state of reached) {
    for (const { from, to } of transitions) {
      if (from.includes(state)) reached.add(to);
    }
  }
  return reached;
}

/**
 * Whether a command that is refused in this state could be possible in a state still ahead. Events that arrive out of
 * order are kept for later when it is so, and put before a person when it is not.
 */
export function mayBecomePossible(
  definition: WorkflowDefinition,
  state: string,
  command: string,
): boolean {
  const ahead = reachableFrom(definition, [state]);
  const phases = new Set(
    definition.states.filter(({ name }) => ahead.has(name)).map(({ phase }) => phase),
  );
  return (
    definition.transitions.some(
      (transition) => transition.command === command && transition.from.some((s) => ahead.has(s)),
    ) ||
    definition.facts.some(
      (fact) => fact.command === command && fact.phases.some((phase) => phases.has(phase)),
    )
  );
}
