import type { LogSlice, ReadAllOptions } from '@thidua/event-store';
import {
  instant,
  type Actor,
  type DomainEvent,
  type Position,
  type RecordedEvent,
} from '@thidua/kernel';
import type { LogReader } from '../runtime/log-reader';

/** What a test says of an event; the rest is filled in. */
export interface EventGiven extends DomainEvent {
  /** `unit-1` when left out; its revision counts up by itself. */
  readonly stream?: string;
  /** RFC 3339 with an offset. */
  readonly occurredAt?: string;
  readonly actor?: Partial<Actor>;
}

const ACTOR: Actor = {
  kind: 'person',
  id: 'person-1',
  unitId: 'unit-1',
  role: null,
  onBehalfOf: null,
};

/** Gives each event the place, the ids and the times a log would give it: position 1, 2, 3 …, one second apart. */
export function recorded(
  given: readonly EventGiven[],
  after: readonly RecordedEvent[] = [],
): readonly RecordedEvent[] {
  const log = [...after];
  for (const { type, data, stream = 'unit-1', occurredAt, actor } of given) {
    const position = BigInt(log.length + 1);
    const second = new Date(Date.UTC(2026, 0, 5) + log.length * 1000).toISOString();
    const id = `00000000-0000-4000-8000-${position.toString().padStart(12, '0')}`;
    log.push({
      id,
      stream,
      revision: log.filter((event) => event.stream === stream).length,
      position,
      type,
      schemaVersion: 1,
      data,
      metadata: {
        occurredAt: instant(occurredAt ?? second),
        actor: { ...ACTOR, ...actor },
        correlationId: `correlation-${position}`,
        causationId: `causation-${position}`,
      },
      recordedAt: instant(second),
    });
  }
  return log.slice(after.length);
}

/** The reading side of a log, in memory: in order, without gaps, with a wake-up. */
export class LogInMemory implements LogReader {
  private readonly events: RecordedEvent[] = [];
  private readonly waiting = new Set<() => void>();

  record(...given: readonly EventGiven[]): readonly RecordedEvent[] {
    const added = recorded(given, this.events);
    this.events.push(...added);
    for (const wake of [...this.waiting]) wake();
    return added;
  }

  readAll({ after, maxCount, types }: ReadAllOptions): Promise<LogSlice> {
    const rest = this.events.filter((event) => event.position > after);
    const wanted = rest.filter((event) => types === undefined || types.includes(event.type));
    const events = wanted.slice(0, maxCount);
    const last = events.length === maxCount ? events.at(-1) : rest.at(-1);
    return Promise.resolve({ events, next: last?.position ?? after, head: this.last() });
  }

  head(): Promise<Position> {
    return Promise.resolve(this.last());
  }

  wake(
    after: Position,
    { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void> {
    if (this.last() > after || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.waiting.delete(finish);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.waiting.add(finish);
      signal?.addEventListener('abort', finish, { once: true });
    });
  }

  private last(): Position {
    return this.events.at(-1)?.position ?? 0n;
  }
}
