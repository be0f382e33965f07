import type { Appended, EventStore, NewEvent } from '@thidua/event-store';
import type { Decider, DomainEvent, RecordedEvent, Revision } from '@thidua/kernel';
import { foldStream } from './fold-stream';

/** An event of a stream as its own decisions may know it: one that was just written has not told when the log took it. */
export type PastEvent = Omit<RecordedEvent, 'recordedAt'>;

type Folding<Event extends DomainEvent, State> = Pick<
  Decider<never, Event, State, never>,
  'evolve' | 'initialState'
>;

/** Where a stream stands for the decisions about it: what happened in it, and the state that came of that. */
export class StreamPlace<Event extends DomainEvent, State> {
  private events: readonly PastEvent[] = [];
  private folded: State;

  constructor(
    private readonly decider: Folding<Event, State>,
    readonly stream: string,
    private readonly store: Pick<EventStore, 'readStream'>,
  ) {
    this.folded = decider.initialState;
  }

  /** The state after the last event. */
  get state(): State {
    return this.folded;
  }

  /** The last event's; null when the stream does not exist. */
  get revision(): Revision | null {
    return this.events.at(-1)?.revision ?? null;
  }

  /** Oldest first. */
  get history(): readonly PastEvent[] {
    return this.events;
  }

  /** Reads the stream as the log has it now. */
  async read(): Promise<void> {
    this.events = await this.store.readStream(this.stream);
    this.folded = foldStream(this.decider, this.events);
  }

  /** Goes on to what was written on top of this state; data as the log will give it back, as JSON. */
  goOn({ firstRevision, firstPosition }: Appended, written: readonly NewEvent[]): void {
    const past = written.map((event, index): PastEvent => {
      const data = JSON.parse(JSON.stringify(event.data)) as unknown;
      const position = firstPosition + BigInt(index);
      return { ...event, data, stream: this.stream, revision: firstRevision + index, position };
    });
    this.events = [...this.events, ...past];
    this.folded = foldStream(this.decider, past, this.folded);
  }

  /** The events that an append wrote, here or in another stream under the same command id. */
  async eventsOf({
    stream,
    firstRevision,
    lastRevision,
  }: Appended): Promise<readonly Pick<PastEvent, 'id' | 'type'>[]> {
    const known = stream === this.stream ? this.events.slice(firstRevision, lastRevision + 1) : [];
    const maxCount = lastRevision - firstRevision + 1;
    if (known.length === maxCount) return known;
    return this.store.readStream(stream, { fromRevision: firstRevision, maxCount });
  }
}
