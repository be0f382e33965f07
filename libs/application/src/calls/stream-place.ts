import type { Appended, EventStore, NewEvent } from '@thidua/event-store';
import type { Decider, DomainEvent, RecordedEvent, Revision } from '@thidua/kernel';
import { foldStream } from './fold-stream';
import type { FoldedStreams } from './folded-streams';

/** An event of a stream as its own decisions may know it: one that was just written has not told when the log took it. */
export type PastEvent = Omit<RecordedEvent, 'recordedAt'>;

interface Ground<Event extends DomainEvent, State> {
  readonly decider: Pick<Decider<never, Event, State, never>, 'evolve' | 'initialState'>;
  readonly store: Pick<EventStore, 'readStream'>;
  /** Where states are kept from one command to the next; null where every command reads the whole stream. */
  readonly kept: FoldedStreams | null;
}

/** Where a stream stands for the decisions about it: the state, and what happened when somebody has to know. */
export class StreamPlace<Event extends DomainEvent, State> {
  private events: readonly PastEvent[] | null = null;
  private folded: State;
  private last: Revision | null = null;

  constructor(
    private readonly ground: Ground<Event, State>,
    readonly stream: string,
  ) {
    this.folded = ground.decider.initialState;
  }

  /** The state after the last event. */
  get state(): State {
    return this.folded;
  }

  /** The last event's; null when the stream does not exist. */
  get revision(): Revision | null {
    return this.last;
  }

  /** Every event, oldest first; null when the place was not read as a whole. */
  get history(): readonly PastEvent[] | null {
    return this.events;
  }

  /** Goes to where the stream stands in the log now: as a whole, or on from a state that was kept. */
  async read({ isWhole }: { readonly isWhole: boolean }): Promise<void> {
    const { kept, store, decider } = this.ground;
    const from = isWhole ? null : (kept?.find<State>(this.stream) ?? null);
    const fromRevision = from === null ? 0 : from.revision + 1;
    const events = await store.readStream(this.stream, { fromRevision });
    this.events = from === null ? events : null;
    this.folded = foldStream(decider, events, from?.state);
    this.last = events.at(-1)?.revision ?? from?.revision ?? null;
    this.keep();
  }

  /** Reads anew after another writer was faster; nothing that was kept is relied on. */
  async readAfterRace(): Promise<void> {
    this.ground.kept?.forget(this.stream);
    await this.read({ isWhole: true });
  }

  /** Goes on to what was written on top of this state; data as the log will give it back, as JSON. */
  goOn(
    { firstRevision, firstPosition, lastRevision }: Appended,
    written: readonly NewEvent[],
  ): void {
    const past = written.map((event, index): PastEvent => {
      const data = JSON.parse(JSON.stringify(event.data)) as unknown;
      const position = firstPosition + BigInt(index);
      return { ...event, data, stream: this.stream, revision: firstRevision + index, position };
    });
    this.events = this.events === null ? null : [...this.events, ...past];
    this.folded = foldStream(this.ground.decider, past, this.folded);
    this.last = lastRevision;
    this.keep();
  }

  /** The events that an append wrote, here or in another stream under the same command id. */
  async eventsOf({
    stream,
    firstRevision,
    lastRevision,
  }: Appended): Promise<readonly Pick<PastEvent, 'id' | 'type'>[]> {
    const count = lastRevision - firstRevision + 1;
    const known = stream === this.stream ? (this.events ?? []) : [];
    const here = known.slice(firstRevision, lastRevision + 1);
    if (here.length === count) return here;
    // Without an end, so that the events of many commands sent again are read by one query.
    const after = await this.ground.store.readStream(stream, { fromRevision: firstRevision });
    return after.slice(0, count);
  }

  private keep(): void {
    const { folded: state, last: revision } = this;
    if (revision !== null) this.ground.kept?.keep(this.stream, { state, revision });
  }
}
