/** Taken before any time is virtual: what is faked is faked in `node:timers` too. */
const atNextTurn = setImmediate;

/** When every simulation begins. */
const START = Date.UTC(2026, 0, 5);

/** Everything that is ready has its turn of the real event loop. */
const realTurn = (): Promise<void> => new Promise((resolve) => atNextTurn(resolve));

/**
 * Time that passes only when everybody waits: timers, dates and `performance` are Jest's, and the next
 * timer fires once nothing is left to do at this instant. Production code runs on it unchanged.
 */
export class VirtualTime {
  private outsideCount = 0;
  private flaw: { readonly error: unknown } | null = null;

  constructor() {
    jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'queueMicrotask'] });
  }

  /** Milliseconds since the beginning. */
  get nowMs(): number {
    return Date.now() - START;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Work that a real server does: no time passes until it has answered. */
  async outside<T>(work: Promise<T>): Promise<T> {
    this.outsideCount += 1;
    try {
      return await work;
    } finally {
      this.outsideCount -= 1;
    }
  }

  /** Ends the run: the simulation itself is wrong, which no simulated process may swallow as a fault. */
  abort(error: unknown): void {
    this.flaw ??= { error };
  }

  /** Lets time pass until the work is done. @throws whatever the work throws, or what it was aborted with. */
  async through<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    for (;;) {
      do await realTurn();
      while (this.outsideCount > 0);
      if (this.flaw !== null) throw this.flaw.error;
      if (isDone) return work;
      if (jest.getTimerCount() === 0)
        throw new Error('Everybody waits for something and no timer is set');
      jest.advanceTimersToNextTimer();
    }
  }

  /** Gives the worker its own clock back; what still waits in the simulation waits for ever. */
  end(): void {
    jest.clearAllTimers();
    jest.useRealTimers();
  }
}
