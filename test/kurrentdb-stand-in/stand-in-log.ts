import { randomUUID } from 'node:crypto';

/** -1: the stream must not exist. */
export type Expectation = bigint | 'any' | 'exists';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** Byte offset in the log, commit and prepare alike. */
  readonly position: bigint;
  /** Milliseconds since 1970; never runs backwards along the log. */
  readonly created: number;
}

export type AppendOutcome =
  | { readonly kind: 'written'; readonly last: LoggedEvent }
  | { readonly kind: 'wrongRevision'; readonly current: bigint | null }
  | { readonly kind: 'tombstoned' };

interface Stream {
  readonly events: LoggedEvent[];
  /** Revisions below are hidden, and the stream is not found while nothing else is in it. */
  truncatedBefore: bigint;
  tombstoned: boolean;
}

const RECORD_OVERHEAD_BYTES = 96;
const NOTHING = new Uint8Array();

/** What the stand-in remembers. It outlives the server object, as a disk does. */
export class StandInLog {
  readonly all: LoggedEvent[] = [];
  private readonly streams = new Map<string, Stream>();
  private readonly listeners = new Set<() => void>();
  private end = 1_024n;

  constructor() {
    // A real log begins with events of the server's own.
    this.write('$users', [systemEvent('$User')]);
  }

  /** As the server's commit check decides: see its IndexWriter. */
  append(name: string, expected: Expectation, proposed: readonly ProposedEvent[]): AppendOutcome {
    const stream = this.streams.get(name);
    if (stream?.tombstoned === true) return { kind: 'tombstoned' };
    const repeated = this.repeatOf(name, expected, proposed);
    if (repeated !== null) return { kind: 'written', last: repeated };
    const current = this.lastRevision(name);
    if (!isMet(expected, current, this.isSoftDeleted(name))) {
      return { kind: 'wrongRevision', current: current < 0n ? null : current };
    }
    return { kind: 'written', last: this.write(name, proposed) };
  }

  /** Hides what is there; a later append goes on counting. */
  softDelete(name: string, expected: Expectation): AppendOutcome {
    return this.remove(name, expected, (stream) => {
      stream.truncatedBefore = BigInt(stream.events.length);
      return this.write(`$$${name}`, [systemEvent('$metadata')]);
    });
  }

  /** Closes the stream for ever. */
  tombstone(name: string, expected: Expectation): AppendOutcome {
    return this.remove(name, expected, (stream) => {
      const last = this.write(name, [systemEvent('$streamDeleted')]);
      stream.tombstoned = true;
      return last;
    });
  }

  /** Null: no such stream, or nothing of it to be seen. */
  visible(name: string): readonly LoggedEvent[] | 'tombstoned' | null {
    const stream = this.streams.get(name);
    if (stream === undefined) return null;
    if (stream.tombstoned) return 'tombstoned';
    const seen = stream.events.filter(({ revision }) => revision >= stream.truncatedBefore);
    return seen.length === 0 ? null : seen;
  }

  /** Whether a record begins there, or nothing was written that far yet. */
  isPlace(position: bigint): boolean {
    return position >= this.end || this.all[this.indexAt(position)]?.position === position;
  }

  /** Place in `all` of the first event at or after the position. */
  indexAt(position: bigint): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Calls back after each write until the returned function is called. */
  onWrite(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private remove(
    name: string,
    expected: Expectation,
    work: (stream: Stream) => LoggedEvent,
  ): AppendOutcome {
    const stream = this.streams.get(name);
    if (stream?.tombstoned === true) return { kind: 'tombstoned' };
    const current = this.lastRevision(name);
    if (stream === undefined || !isMet(expected, current, false)) {
      return { kind: 'wrongRevision', current: current < 0n ? null : current };
    }
    return { kind: 'written', last: work(stream) };
  }

  private lastRevision(name: string): bigint {
    return BigInt(this.streams.get(name)?.events.length ?? 0) - 1n;
  }

  private isSoftDeleted(name: string): boolean {
    return this.streams.has(name) && this.visible(name) === null;
  }

  /** The last event of an earlier write of the same ids at the same place; for any and exists, anywhere in the stream. */
  private repeatOf(
    name: string,
    expected: Expectation,
    proposed: readonly ProposedEvent[],
  ): LoggedEvent | null {
    const events = this.streams.get(name)?.events ?? [];
    const first =
      typeof expected === 'bigint'
        ? Number(expected) + 1
        : events.findIndex(({ id }) => id === proposed[0]?.id);
    if (first < 0) return null;
    const isSame = proposed.every(({ id }, index) => events[first + index]?.id === id);
    return isSame ? (events[first + proposed.length - 1] ?? null) : null;
  }

  private write(name: string, proposed: readonly ProposedEvent[]): LoggedEvent {
    const stream = this.streams.get(name) ?? {
      events: [],
      truncatedBefore: 0n,
      tombstoned: false,
    };
    this.streams.set(name, stream);
    const created = Math.max(Date.now(), this.all.at(-1)?.created ?? 0);
    for (const event of proposed) {
      const place = { stream: name, revision: BigInt(stream.events.length), created };
      const logged = { ...event, ...place, position: this.end };
      stream.events.push(logged);
      this.all.push(logged);
      const size = RECORD_OVERHEAD_BYTES + name.length + event.data.length + event.metadata.length;
      this.end += BigInt(size);
    }
    const last = stream.events.at(-1);
    if (last === undefined) throw new Error(`Nothing was written to ${name}`);
    this.listeners.forEach((listener) => {
      listener();
    });
    return last;
  }
}

function isMet(expected: Expectation, current: bigint, isSoftDeleted: boolean): boolean {
  if (expected === 'any') return true;
  if (expected === 'exists') return current >= 0n && !isSoftDeleted;
  return expected === current || (expected === -1n && isSoftDeleted);
}

const systemEvent = (type: string): ProposedEvent => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: NOTHING,
});
