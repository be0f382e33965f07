import { messageOf } from './job-errors';

/**
 * A queue out of reach says the same few things several times a second. Each of them is passed on once; after the queue
 * has answered again, the next outage is news.
 */
export class QueueTrouble {
  private readonly told = new Set<string>();
  private last: string | null = null;

  constructor(private readonly onError: (error: Error) => void) {}

  /** The last fault that has not passed; null when all is well. */
  get current(): string | null {
    return this.last;
  }

  report(error: unknown): void {
    const message = messageOf(error);
    this.last = message;
    if (this.told.has(message)) return;
    this.told.add(message);
    this.onError(error instanceof Error ? error : new Error(message));
  }

  recovered(): void {
    this.told.clear();
    this.last = null;
  }
}
