import { instantOf, type Instant, type Position, type RecordedEvent } from '@thidua/kernel';
import { StoreClosed } from '../append-faults';
import {
  CommandIdReused,
  EventIdReused,
  type AppendConflict,
  type Appended,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type LogSlice,
  type ReadAllOptions,
} from '../event-store';
import { isExpectationMet } from '../expectation';
import { prepareAppend, type PreparedAppend, type PreparedEvent } from '../prepared-append';
import { WakeSignal } from '../wake-signal';

interface KnownCommand {
  readonly fingerprint: string;
  readonly appended: Appended;
}

/** The log in this process's memory, for tests and trials: gone when the process ends. */
export class InMemoryEventStore implements EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly eventIds = new Set<string>();
  private readonly commands = new Map<string, KnownCommand>();
  private readonly signal = new WakeSignal();
  private closed = false;

  /** @param now the store's clock, in UTC. */
  constructor(private readonly now: () => Date = () => new Date()) {}

  append(request: AppendRequest): Promise<AppendResult> {
    return settled(() => this.appendNow(request));
  }

  readStream(
    stream: string,
    options: { readonly fromRevision?: number; readonly maxCount?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    const { fromRevision = 0, maxCount = Number.MAX_SAFE_INTEGER } = options;
    const history = this.streams.get(stream) ?? [];
    return settled(() => structuredClone(history.slice(fromRevision).slice(0, maxCount)));
  }

  readAll(options: ReadAllOptions): Promise<LogSlice> {
    return settled(() => this.sliceOf(options));
  }

  head(): Promise<Position> {
    return Promise.resolve(BigInt(this.log.length));
  }

  positionAt(recordedAt: Instant): Promise<Position> {
    const last = this.log.findLast((event) => event.recordedAt <= recordedAt);
    return Promise.resolve(last?.position ?? 0n);
  }

  findCommand(commandId: string): Promise<KnownCommand | null> {
    const known = this.commands.get(commandId.toLowerCase());
    if (known === undefined) return Promise.resolve(null);
    return Promise.resolve({ ...known, appended: { ...known.appended, repeated: true } });
  }

  wake(
    after: Position,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void> {
    return this.signal.wait(after, options);
  }

  close(): Promise<void> {
    this.closed = true;
    this.signal.close();
    return Promise.resolve();
  }

  /** Everything happens in one turn, so appends cannot interleave. */
  private appendNow(request: AppendRequest): AppendResult {
    if (this.closed) throw new StoreClosed();
    const prepared = prepareAppend(request);
    const known = this.commands.get(prepared.commandId);
    if (known !== undefined) {
      if (known.fingerprint !== prepared.fingerprint) throw new CommandIdReused(prepared.commandId);
      return { ...known.appended, repeated: true };
    }
    const conflict = this.conflictOf(prepared);
    if (conflict !== null) return conflict;
    const used = prepared.events.find(({ id }) => this.eventIds.has(id));
    if (used !== undefined) throw new EventIdReused(used.id);
    return this.write(prepared);
  }

  private sliceOf({ after, maxCount, types }: ReadAllOptions): LogSlice {
    const head = BigInt(this.log.length);
    const events: RecordedEvent[] = [];
    let next = after;
    while (next < head && events.length < maxCount) {
      const event = this.log[Number(next)];
      if (event !== undefined && (types?.includes(event.type) ?? true)) events.push(event);
      next++;
    }
    return { events: structuredClone(events), next, head };
  }

  private conflictOf({ stream, expected }: PreparedAppend): AppendConflict | null {
    const count = this.streams.get(stream)?.length ?? 0;
    const actual = count === 0 ? null : count - 1;
    if (isExpectationMet(expected, actual)) return null;
    return { outcome: 'conflict', stream, expected, actual };
  }

  private write({ stream, commandId, fingerprint, events }: PreparedAppend): Appended {
    const history = this.streams.get(stream) ?? [];
    const firstRevision = history.length;
    const recordedAt = this.recordingTime();
    for (const event of events) {
      const recorded = this.asRecorded(event, { stream, revision: history.length, recordedAt });
      this.log.push(recorded);
      history.push(recorded);
      this.eventIds.add(event.id);
    }
    this.streams.set(stream, history);
    const head = BigInt(this.log.length);
    const appended: Appended = {
      outcome: 'appended',
      stream,
      firstRevision,
      lastRevision: history.length - 1,
      firstPosition: head - BigInt(events.length) + 1n,
      lastPosition: head,
      repeated: false,
    };
    this.commands.set(commandId, { fingerprint, appended });
    this.signal.raise(head);
    return appended;
  }

  private asRecorded(
    event: PreparedEvent,
    place: Pick<RecordedEvent, 'stream' | 'revision' | 'recordedAt'>,
  ): RecordedEvent {
    const data: unknown = JSON.parse(event.data);
    const metadata = JSON.parse(event.metadata) as Omit<RecordedEvent['metadata'], 'occurredAt'>;
    return {
      id: event.id,
      ...place,
      position: BigInt(this.log.length + 1),
      type: event.type,
      schemaVersion: event.schemaVersion,
      data,
      metadata: { ...metadata, occurredAt: event.occurredAt },
    };
  }

  /** A clock that was set back must not make the log's time run backwards. */
  private recordingTime(): Instant {
    const now = instantOf(this.now());
    const last = this.log.at(-1)?.recordedAt;
    return last !== undefined && last > now ? last : now;
  }
}

/** What the work returns as a fulfilled promise, what it throws as a rejected one. */
const settled = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });
