import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { BadConnectionString, KurrentDbRefused, KurrentDbUnreachable } from '../kurrentdb-faults';
import type { ConnectionTarget } from './connection-string';
import { failureKindOf, isAnswer } from './failure-kind';
import { within } from './no-answer';

/** How long we wait, in milliseconds. */
export interface KurrentTimeouts {
  /** For the answer to one append. */
  readonly appendMs: number;
  /** For the next record of a read. */
  readonly readMs: number;
  /** Trying a call again and again before its caller is told. */
  readonly retryMs: number;
  /** For a server to be there at start. */
  readonly openMs: number;
}

export const DEFAULT_TIMEOUTS: KurrentTimeouts = {
  appendMs: 5_000,
  readMs: 10_000,
  retryMs: 30_000,
  openMs: 5_000,
};

/** Failures in a row that were no answer of the server; then the client itself is doubted. */
const FAILURES_MAX = 2;
const FIRST_PAUSE_MS = 25;
const PAUSE_MAX_MS = 1_000;
const CLOSE_MS = 1_000;

/** What a call is for: the client does each on a way of its own, and one may be broken while the others work. */
export type Purpose = 'append' | 'read' | 'news' | 'start';

/** The client and its renewal: some failures stay with a client for good, so it is replaced after several in a row. */
export class KurrentConnection {
  private client: KurrentDBClient;
  private readonly failureCounts = new Map<Purpose, number>();
  private readonly closing = new AbortController();

  /** @throws BadConnectionString when the client cannot use it, for example because a certificate is missing. */
  constructor(
    private readonly target: ConnectionTarget,
    readonly timeouts: KurrentTimeouts,
  ) {
    // Every call that waits for its next try listens.
    setMaxListeners(0, this.closing.signal);
    this.client = this.makeClient();
  }

  get hosts(): string {
    return this.target.hosts;
  }

  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** One try. Whoever calls bounds its time. */
  async attempt<T>(purpose: Purpose, work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const { client } = this;
    try {
      const result = await work(client);
      this.failureCounts.delete(purpose);
      return result;
    } catch (error) {
      if (client === this.client) this.countFailure(purpose, error);
      throw error;
    }
  }

  /**
   * Tries again while that may help.
   * @throws KurrentDbUnreachable when it did not help in time, KurrentDbRefused, and what nobody foresaw.
   */
  async retry<T>(
    purpose: Purpose,
    work: (client: KurrentDBClient) => Promise<T>,
    retryMs = this.timeouts.retryMs,
  ): Promise<T> {
    for (const pauses = this.pauses(retryMs); ;) {
      try {
        return await this.attempt(purpose, work);
      } catch (error) {
        const kind = failureKindOf(error);
        if (kind === 'refused') throw new KurrentDbRefused(this.hosts, error);
        if (kind !== 'again') throw error;
        if (!(await pauses.next())) throw new KurrentDbUnreachable(this.hosts, error);
      }
    }
  }

  /** Waits between tries, longer each time; `next` tells whether another try is due. */
  pauses(retryMs: number): { next(): Promise<boolean> } {
    const end = performance.now() + retryMs;
    let pauseMs = FIRST_PAUSE_MS;
    return {
      next: async () => {
        if (this.isClosed || performance.now() + pauseMs > end) return false;
        await this.pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
        return !this.isClosed;
      },
    };
  }

  /** Cut short when the connection closes. */
  async pause(pauseMs: number): Promise<void> {
    await sleep(pauseMs, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await letGo(this.client);
  }

  private countFailure(purpose: Purpose, error: unknown): void {
    const count = isAnswer(error) ? 0 : (this.failureCounts.get(purpose) ?? 0) + 1;
    this.failureCounts.set(purpose, count);
    if (count < FAILURES_MAX || this.isClosed) return;
    this.failureCounts.clear();
    const broken = this.client;
    this.client = this.makeClient();
    void letGo(broken);
  }

  private makeClient(): KurrentDBClient {
    try {
      return KurrentDBClient.connectionString(this.target.connectionString);
    } catch (error) {
      // Its parse errors carry the whole connection string, so only their first words go on.
      const words = error instanceof Error && /certificate/i.test(error.message);
      throw new BadConnectionString(
        words ? `: ${error.message}` : 'không đọc được (cannot be read by the client)',
      );
    }
  }
}

/** Disposing ends streams and leaves the channel open. */
async function letGo(client: KurrentDBClient): Promise<void> {
  const end = async (): Promise<void> => {
    await client.dispose();
    (await client['getChannel']()).close();
  };
  await within(CLOSE_MS, end()).catch(() => undefined);
}
