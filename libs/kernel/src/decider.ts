import type { DomainEvent } from './event';

/**
 * The pure heart of an aggregate. `decide` turns a command into events or throws `CommandRejected`; `evolve` folds any
 * event that ever happened into the state and refuses none. Neither reads a clock, an id source or the network: time,
 * ids and looked-up facts arrive in the command and its context.
 */
export interface Decider<Command, Event extends DomainEvent, State, Context> {
  readonly category: string;
  readonly initialState: State;
  decide(command: Command, state: State, context: Context): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** State after the events, oldest first. */
export const fold = <Event extends DomainEvent, State>(
  decider: Pick<Decider<never, Event, State, never>, 'evolve' | 'initialState'>,
  events: readonly Event[],
): State => events.reduce((state, event) => decider.evolve(state, event), decider.initialState);
