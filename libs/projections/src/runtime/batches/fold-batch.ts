import type { Position, RecordedEvent } from '@thidua/kernel';
import type { Projection } from '../projection';
import type { Skips } from '../tables/skip-list';

/** A row with the position of the last event that touched it. */
export interface StoredRow {
  readonly row: object;
  readonly position: Position;
}

/** An event set aside for one key; `error` is null when it only queues behind an earlier one. */
export interface ParkedEvent {
  readonly key: string;
  readonly event: RecordedEvent;
  readonly error: string | null;
}

export interface FoldInput {
  readonly events: readonly RecordedEvent[];
  /** Rows as stored, by key; a key without a row is absent. */
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** Keys that already have events set aside. */
  readonly parkedKeys: ReadonlySet<string>;
  /** Events known to be refused by the database, by event id, with what it said. */
  readonly refused: ReadonlyMap<string, string>;
  readonly skips: Skips;
}

export interface FoldResult {
  readonly changed: ReadonlyMap<string, StoredRow>;
  readonly removed: readonly string[];
  readonly parked: readonly ParkedEvent[];
}

/** The fold, or the choice of keys, threw on this event. */
export class PoisonEvent extends Error {
  constructor(
    readonly event: RecordedEvent,
    readonly reason: unknown,
  ) {
    super(`Event ${event.id} (${event.type}) cannot be folded: ${messageOf(reason)}`);
    this.name = 'PoisonEvent';
  }
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** @throws PoisonEvent when the projection cannot say which rows the event touches. */
export function keysOf(projection: Projection, event: RecordedEvent): readonly string[] {
  try {
    return projection.keysOf(event);
  } catch (error) {
    throw new PoisonEvent(event, error);
  }
}

/**
 * Folds a batch in memory, oldest event first. An event at or before a row's position was folded before and is passed
 * over, so that handling it twice changes nothing.
 * @throws PoisonEvent under the policy `stop`; under `park-key` the event is set aside instead.
 */
export function foldBatch(projection: Projection, input: FoldInput): FoldResult {
  const work = new Work(projection, input);
  for (const event of input.events) {
    if (input.skips.isSkipped(event)) continue;
    for (const key of keysOf(projection, event)) work.take(key, event);
  }
  return work.result();
}

class Work {
  private readonly changed = new Map<string, StoredRow>();
  private readonly removed = new Set<string>();
  private readonly parked: ParkedEvent[] = [];
  private readonly parkedKeys: Set<string>;

  constructor(
    private readonly projection: Projection,
    private readonly input: FoldInput,
  ) {
    this.parkedKeys = new Set(input.parkedKeys);
  }

  take(key: string, event: RecordedEvent): void {
    const stored = this.current(key);
    if (stored !== null && stored.position >= event.position) return;
    if (this.input.skips.isSkippedFor(event, key)) return;
    if (this.parkedKeys.has(key)) {
      this.parked.push({ key, event, error: null });
      return;
    }
    try {
      const refusal = this.input.refused.get(event.id);
      if (refusal !== undefined) throw new Error(refusal);
      this.put(key, stored, this.projection.evolve(stored?.row ?? null, event, key), event);
    } catch (error) {
      if (this.projection.poison === 'stop') throw new PoisonEvent(event, error);
      this.parkedKeys.add(key);
      this.parked.push({ key, event, error: messageOf(error) });
    }
  }

  result(): FoldResult {
    return { changed: this.changed, removed: [...this.removed], parked: this.parked };
  }

  private current(key: string): StoredRow | null {
    if (this.removed.has(key)) return null;
    return this.changed.get(key) ?? this.input.rows.get(key) ?? null;
  }

  private put(
    key: string,
    before: StoredRow | null,
    row: object | null,
    event: RecordedEvent,
  ): void {
    if (row === null) {
      this.changed.delete(key);
      if (this.input.rows.has(key)) this.removed.add(key);
      return;
    }
    if (row === before?.row) return;
    this.removed.delete(key);
    this.changed.set(key, { row, position: event.position });
  }
}
