import { fold, type Decider, type DomainEvent, type RecordedEvent } from '@thidua/kernel';

/**
 * State of an aggregate from its recorded stream. The log holds any event; that a stream of the decider's category holds
 * the decider's own events is what the command runner guarantees when it writes, so the cast stands here alone.
 */
export const foldStream = <Event extends DomainEvent, State>(
  decider: Pick<Decider<never, Event, State, never>, 'evolve' | 'initialState'>,
  history: readonly RecordedEvent[],
): State => fold(decider, history as readonly unknown[] as readonly Event[]);
