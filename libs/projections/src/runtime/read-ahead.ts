import type { LogSlice } from '@thidua/event-store';
import type { Position } from '@thidua/kernel';

/**
 * Has the next slice of the log on its way while the last one is still worked on, so that the database reads while this
 * process folds. What was read ahead is used for exactly the position it was read for, and else forgotten: the log never
 * changes what it holds, so an early read is as good as a late one.
 */
export class ReadAhead {
  private coming: { readonly after: Position; readonly slice: Promise<LogSlice> } | null = null;

  constructor(private readonly readAfter: (after: Position) => Promise<LogSlice>) {}

  /** Begins to read what follows the position; a failure is told to whoever takes it. */
  read(after: Position): void {
    const slice = this.readAfter(after);
    slice.catch(() => undefined);
    this.coming = { after, slice };
  }

  /** What follows the position. @throws what the log says. */
  take(after: Position): Promise<LogSlice> {
    const { coming } = this;
    this.coming = null;
    return coming?.after === after ? coming.slice : this.readAfter(after);
  }
}
