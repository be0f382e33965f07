import { MovedSignal } from '../moved-signal';
import { pause } from '../pause';
import type { LeaseBook } from './sql-leases';

/** The right to feed one thing. */
export interface Lease {
  /** Resolves when it is ours, or when the signal aborts. */
  held(signal: AbortSignal): Promise<void>;
}

/** A lease is asked for this many times before it runs out, so that one lost round does not cost it. */
const ROUNDS = 4;

/**
 * Takes and renews the leases of one runner, all in one statement a round. A lease that could not be renewed counts as
 * lost when its time is over by the clock of this process.
 */
export class LeaseHolder {
  private readonly heldUntil = new Map<string, number>();
  private readonly wanted = new Map<string, number>();
  private readonly changed = new MovedSignal();
  private isTurning = false;
  private rounding: Promise<void> = Promise.resolve();
  private resting = new AbortController();

  constructor(
    private readonly book: LeaseBook,
    private readonly leaseMs: number,
  ) {}

  /** Runs the work with the lease asked for, again and again, until the work is done. */
  async during<T>(name: string, work: (lease: Lease) => Promise<T>): Promise<T> {
    this.wanted.set(name, (this.wanted.get(name) ?? 0) + 1);
    this.resting.abort();
    if (!this.isTurning) void this.turn();
    try {
      return await work({ held: (signal) => this.held(name, signal) });
    } finally {
      await this.letGo(name);
    }
  }

  /** The same for several at once. */
  duringAll<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const [first, ...rest] = names;
    if (first === undefined) return work();
    return this.during(first, () => this.duringAll(rest, work));
  }

  private isHeld(name: string): boolean {
    return (this.heldUntil.get(name) ?? 0) > performance.now();
  }

  private async held(name: string, signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', this.changed.notify, { once: true });
    while (!signal.aborted && !this.isHeld(name)) await this.changed.next(this.leaseMs / ROUNDS);
    signal.removeEventListener('abort', this.changed.notify);
  }

  private async letGo(name: string): Promise<void> {
    const left = (this.wanted.get(name) ?? 1) - 1;
    if (left > 0) {
      this.wanted.set(name, left);
      return;
    }
    this.wanted.delete(name);
    this.heldUntil.delete(name);
    if (this.wanted.size === 0) this.resting.abort();
    // A round under way could take again what is released before it.
    await this.rounding;
    if (!this.wanted.has(name)) await this.book.release([name]).catch(() => undefined);
  }

  private async turn(): Promise<void> {
    this.isTurning = true;
    while (this.wanted.size > 0) {
      this.resting = new AbortController();
      this.rounding = this.round();
      await this.rounding;
      this.changed.notify();
      await pause(this.leaseMs / ROUNDS, this.resting.signal);
    }
    this.isTurning = false;
  }

  private async round(): Promise<void> {
    const names = [...this.wanted.keys()];
    const askedAt = performance.now();
    try {
      const held = await this.book.take(names, this.leaseMs);
      for (const name of names) {
        if (held.has(name)) this.heldUntil.set(name, askedAt + this.leaseMs);
        else this.heldUntil.delete(name);
      }
    } catch {
      // What was held runs out by itself; the next round asks again.
    }
  }
}
