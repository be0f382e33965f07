import type {
  EventMetadata,
  Instant,
  Json,
  Position,
  RecordedEvent,
  Revision,
} from '@thidua/kernel';

/**
 * What the caller believes of the stream: an exact last revision, `none` (no such stream yet), `exists` (at least one
 * event), or `any`. Every implementation enforces all four.
 */
export type ExpectedRevision = Revision | 'none' | 'exists' | 'any';

/** An event on its way to the log. `id` is a UUID, given by the caller or derived from the command id. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Json;
  readonly metadata: EventMetadata;
}

/** One command's events for one stream: all or none of them are written. */
export interface AppendRequest {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** At least one. */
  readonly events: readonly NewEvent[];
  /** UUID of the command. A retry under the same id is answered with the first answer and writes nothing. */
  readonly commandId: string;
  /** Digest of what the command asked, so that another command under a used id is noticed instead of swallowed. */
  readonly fingerprint: string;
}

export interface Appended {
  readonly outcome: 'appended';
  readonly stream: string;
  readonly firstRevision: Revision;
  readonly lastRevision: Revision;
  readonly firstPosition: Position;
  readonly lastPosition: Position;
  /** True when this is the first answer given again to a retry. */
  readonly repeated: boolean;
}

export interface AppendConflict {
  readonly outcome: 'conflict';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** The stream's true last revision; null when it does not exist. */
  readonly actual: Revision | null;
}

export type AppendResult = Appended | AppendConflict;

export interface ReadAllOptions {
  /** Exclusive; 0n reads from the beginning. */
  readonly after: Position;
  readonly maxCount: number;
  /** Only these types are returned; `next` still moves past the others. */
  readonly types?: readonly string[];
}

export interface LogSlice {
  readonly events: readonly RecordedEvent[];
  /** Where to go on from: moves even when every event was filtered out. */
  readonly next: Position;
  /** The last position of the log when it was read. */
  readonly head: Position;
}

/**
 * The log. Appends are durable when acknowledged; readers of the whole log never skip an event, whatever the
 * concurrency of writers; positions follow commit order. Implementations are held to this by one contract suite
 * (`testing/event-store.contract.ts`).
 */
export interface EventStore {
  /**
   * @throws EventIdReused when an event id is already in the log under another command.
   * @throws CommandIdReused when the command id was used for another request (fingerprints differ).
   * @throws StoreOverloaded when the queue of waiting appends is full; nothing was written.
   */
  append(request: AppendRequest): Promise<AppendResult>;

  /** Events of one stream in order, empty when it does not exist. */
  readStream(
    stream: string,
    options?: { readonly fromRevision?: Revision; readonly maxCount?: number },
  ): Promise<readonly RecordedEvent[]>;

  readAll(options: ReadAllOptions): Promise<LogSlice>;

  /** Last position of the log, 0n when empty. */
  head(): Promise<Position>;

  /** The last position recorded at or before the instant, 0n when none: turns "what we knew then" into a position. */
  positionAt(recordedAt: Instant): Promise<Position>;

  /** The first answer given to a command, or null when it has written nothing. */
  findCommand(
    commandId: string,
  ): Promise<{ readonly fingerprint: string; readonly appended: Appended } | null>;

  /**
   * Resolves when there may be events after the position, or after `timeoutMs`, or when the signal aborts. A hint that
   * saves polling, never the source of truth.
   */
  wake(
    after: Position,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void>;

  close(): Promise<void>;
}

export class EventIdReused extends Error {
  constructor(readonly eventId: string) {
    super(`Event id ${eventId} is already in the log under another command`);
    this.name = 'EventIdReused';
  }
}

export class CommandIdReused extends Error {
  constructor(readonly commandId: string) {
    super(`Command id ${commandId} was used before for another request`);
    this.name = 'CommandIdReused';
  }
}

export class StoreOverloaded extends Error {
  constructor(readonly waitingCount: number) {
    super(`${waitingCount} appends are already waiting; try again shortly`);
    this.name = 'StoreOverloaded';
  }
}
