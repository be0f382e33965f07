import { StoreClosed } from '../append-faults';
import { StoreOverloaded, type AppendResult } from '../event-store';
import type { PreparedAppend } from '../prepared-append';

export interface AppendLimits {
  /** Appends under way at once. */
  readonly concurrentCount: number;
  /** Appends that may wait besides; more are refused. */
  readonly waitingCount: number;
  /** Characters of event JSON that may be waiting or under way; more are refused. */
  readonly waitingBytes: number;
}

export const DEFAULT_LIMITS: AppendLimits = {
  concurrentCount: 32,
  waitingCount: 10_000,
  waitingBytes: 64 * 1_024 * 1_024,
};

/**
 * Lets so many appends through at once, and those that share a stream or a command id one after the other: they would
 * only collide in the log.
 */
export class AppendLine {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly queue: (() => void)[] = [];
  private runningCount = 0;
  private takenCount = 0;
  private takenBytes = 0;
  private isClosed = false;

  constructor(
    private readonly work: (request: PreparedAppend) => Promise<AppendResult>,
    private readonly limits: AppendLimits,
  ) {}

  /** @throws StoreOverloaded, StoreClosed, and what the work throws. */
  async submit(request: PreparedAppend): Promise<AppendResult> {
    if (this.isClosed) throw new StoreClosed();
    if (this.isFull(request)) throw new StoreOverloaded(this.takenCount);
    this.takenCount++;
    this.takenBytes += request.byteCount;
    const keys = [`stream ${request.stream}`, `command ${request.commandId}`];
    const earlier = Promise.all(keys.map((key) => this.last.get(key) ?? NOTHING_BEFORE));
    const result = earlier.then(() => this.inTurn(request));
    const end = result.then(forget, forget);
    keys.forEach((key) => this.last.set(key, end));
    try {
      return await result;
    } finally {
      this.takenCount--;
      this.takenBytes -= request.byteCount;
      keys.filter((key) => this.last.get(key) === end).forEach((key) => this.last.delete(key));
    }
  }

  /** Takes no more; resolves when everything taken has its answer. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.last.values());
  }

  private isFull({ byteCount }: PreparedAppend): boolean {
    const { concurrentCount, waitingCount, waitingBytes } = this.limits;
    if (this.takenCount === 0) return false;
    return (
      this.takenCount >= concurrentCount + waitingCount ||
      this.takenBytes + byteCount > waitingBytes
    );
  }

  private async inTurn(request: PreparedAppend): Promise<AppendResult> {
    if (this.runningCount >= this.limits.concurrentCount) {
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else {
      this.runningCount++;
    }
    try {
      return await this.work(request);
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.runningCount--;
      else next();
    }
  }
}

const NOTHING_BEFORE = Promise.resolve();
const forget = (): undefined => undefined;
