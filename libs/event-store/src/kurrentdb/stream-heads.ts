import type { Revision } from '@thidua/kernel';

const STREAM_COUNT_MAX = 10_000;

/** How far streams were seen to reach. They only grow, so what was seen once stays true as a lower bound. */
export class StreamHeads {
  private readonly seen = new Map<string, Revision>();

  see(stream: string, lastRevision: Revision | null): void {
    if (lastRevision === null || lastRevision <= this.atLeast(stream)) return;
    this.seen.delete(stream);
    this.seen.set(stream, lastRevision);
    if (this.seen.size <= STREAM_COUNT_MAX) return;
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }

  /** -1 when nothing is known. */
  atLeast(stream: string): Revision {
    return this.seen.get(stream) ?? -1;
  }
}
