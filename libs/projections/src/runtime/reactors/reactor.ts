import type { Position, RecordedEvent } from '@thidua/kernel';

/**
 * Something that acts on events outside the read models: a process manager that sends commands, a webhook, a job. Each
 * event is handled at least once and in order, so `handle` must be idempotent (command ids derived from the event id).
 * A reactor is never rebuilt: history is not acted on again.
 */
export interface Reactor {
  /** Permanent: the checkpoint is kept under it. */
  readonly name: string;
  readonly types: readonly string[] | 'all';
  /** Where a reactor without a checkpoint begins, exclusive; the beginning of the log when left out. */
  readonly startAfter?: Position | 'head';
  /** A rejection stops the reactor at this event; it is tried again after a while, for ever. */
  handle(event: RecordedEvent): Promise<void>;
}

/** What a reactor stands at, kept beside its checkpoint while it fails. */
export interface ReactorError {
  readonly eventId: string;
  readonly eventType: string;
  /** Position of the event, a decimal string. */
  readonly position: string;
  readonly message: string;
  readonly tries: number;
}
