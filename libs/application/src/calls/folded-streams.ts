import type { Revision } from '@thidua/kernel';

/** A state and the last revision that was folded into it. */
export interface Folded<State> {
  readonly state: State;
  readonly revision: Revision;
}

/** About as many tasks as an office has open in a year; each takes a few kilobytes. */
const STREAM_COUNT_MAX = 5_000;

/**
 * The states of the streams that were decided about last. A stream only ever grows, so what was folded once stays true:
 * whoever reads on from its revision has the state as the log has it now. What was not asked for longest goes first.
 */
export class FoldedStreams {
  private readonly streams = new Map<string, Folded<unknown>>();

  constructor(private readonly countMax: number = STREAM_COUNT_MAX) {}

  /** Null when the stream has to be read from its start. The caller knows whose state a stream of this name has. */
  find<State>(stream: string): Folded<State> | null {
    const found = this.streams.get(stream);
    if (found === undefined) return null;
    this.streams.delete(stream);
    this.streams.set(stream, found);
    return found as Folded<State>;
  }

  keep<State>(stream: string, folded: Folded<State>): void {
    this.streams.delete(stream);
    this.streams.set(stream, folded);
    if (this.streams.size <= this.countMax) return;
    for (const oldest of this.streams.keys()) {
      this.streams.delete(oldest);
      return;
    }
  }

  forget(stream: string): void {
    this.streams.delete(stream);
  }
}
