import type { Position } from '@thidua/kernel';

interface Waiter {
  readonly after: Position;
  readonly resume: () => void;
}

/** Lets readers sleep until the log has grown past where they are. */
export class WakeSignal {
  private head: Position = 0n;
  private readonly waiters = new Set<Waiter>();
  private closed = false;

  /** The log reaches at least this position. */
  raise(position: Position): void {
    if (position <= this.head) return;
    this.head = position;
    this.resumeWhere(({ after }) => after < position);
  }

  /** Resolves once the log is known to go past `after`, or after `timeoutMs`, on abort, or when the signal closes. */
  wait(
    after: Position,
    { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void> {
    if (after < this.head || this.closed || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const resume = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', resume);
        this.waiters.delete(waiter);
        resolve();
      };
      const waiter: Waiter = { after, resume };
      const timer = setTimeout(resume, timeoutMs);
      signal?.addEventListener('abort', resume, { once: true });
      this.waiters.add(waiter);
    });
  }

  close(): void {
    this.closed = true;
    this.resumeWhere(() => true);
  }

  private resumeWhere(holds: (waiter: Waiter) => boolean): void {
    [...this.waiters].filter(holds).forEach(({ resume }) => {
      resume();
    });
  }
}
