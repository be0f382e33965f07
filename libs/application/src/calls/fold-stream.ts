import type { Decider, DomainEvent } from '@thidua/kernel';

/**
 * State of an aggregate from its recorded stream, or from what follows a state. The log holds any event; that a stream of
 * the decider's category holds the decider's own events is what the command runner guarantees when it writes, so the cast
 * stands here alone.
 */
export const foldStream = <Event extends DomainEvent, State>(
  decider: Pick<Decider<never, Event, State, never>, 'evolve' | 'initialState'>,
  history: readonly DomainEvent[],
  from: State = decider.initialState,
): State =>
  (history as readonly Event[]).reduce((state, event) => decider.evolve(state, event), from);
