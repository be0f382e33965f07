import type { Position, RecordedEvent } from '@thidua/kernel';

/** A stretch of the log that a read model has taken in, told once it is written. */
export interface AppliedBatch {
  /** Name of the projection. */
  readonly name: string;
  /** The checkpoint before and after. */
  readonly from: Position;
  readonly to: Position;
  readonly events: readonly RecordedEvent[];
  /** Milliseconds since the epoch, and how many of them reading, folding and writing took. */
  readonly startedAtMs: number;
  readonly durationMs: number;
}

/** Who watches the batches; called between two of them, so it has to be quick, and it must not throw. */
export type BatchObserver = (batch: AppliedBatch) => void;
