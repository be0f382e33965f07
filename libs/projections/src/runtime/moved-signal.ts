/** Lets several callers wait until somebody says that something has moved. */
export class MovedSignal {
  private readonly waiting = new Set<() => void>();

  /** Wakes everyone who waits now. */
  readonly notify = (): void => {
    for (const wake of [...this.waiting]) wake();
  };

  /** Resolves at the next notification, or after the time (milliseconds). */
  next(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.waiting.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.waiting.add(finish);
    });
  }
}

/** Where the waiting ended: whether everything was reached, and what was still behind. */
export interface WaitOutcome {
  readonly reached: boolean;
  readonly behind: readonly string[];
}

/** Without a notification (the runner may be another process) the checkpoints are looked at this often. */
const LOOK_MS = 50;

/**
 * Asks until nobody is behind or the time is up; always asks at least once.
 * @param behind names of those that have not reached the position yet.
 */
export async function waitUntilNoneBehind(
  behind: () => Promise<readonly string[]>,
  moved: MovedSignal,
  timeoutMs: number,
): Promise<WaitOutcome> {
  const endsAt = performance.now() + timeoutMs;
  for (;;) {
    const leftMs = endsAt - performance.now();
    // Asked for before looking, so that a move during the look is not missed.
    const changed = moved.next(Math.max(0, Math.min(LOOK_MS, leftMs)));
    const names = await behind();
    if (names.length === 0 || leftMs <= 0) return { reached: names.length === 0, behind: names };
    await changed;
  }
}
