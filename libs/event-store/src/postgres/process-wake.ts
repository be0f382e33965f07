import type { Client } from 'pg';
import type { Database } from '@thidua/database';
import type { Position } from '@thidua/kernel';
import type { WakeSignal } from '../wake-signal';

const CHANNEL = 'thidua_log';
/** At most 50 notifications a second: each takes a lock over the whole server when it commits. */
const PAUSE_MS = 20;
const RECONNECT_MS = 1_000;

/**
 * Carries the news of a grown log between processes by LISTEN and NOTIFY on a connection of its own. News may get lost
 * while the connection is down; readers then go on when their timeout ends.
 */
export class ProcessWake {
  private client: Client | null = null;
  private announced: Position = 0n;
  private pending: Position = 0n;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly signal: WakeSignal,
  ) {}

  /** Resolves when this process hears the others, or at once where there are no others (PGlite). */
  async open(): Promise<void> {
    const client = await this.database.connect();
    if (client === null) return;
    client.on('error', () => undefined);
    client.on('end', () => {
      this.client = null;
      this.openLater();
    });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.signal.raise(BigInt(payload));
    });
    // News is a hint and may be lost, so its commits need not wait for the disk.
    await client.query(`set synchronous_commit = off; listen ${CHANNEL}`);
    this.client = client;
  }

  /** Tells the other processes, soon and once for all rounds until then. */
  announce(position: Position): void {
    if (position > this.pending) this.pending = position;
    if (this.client === null || this.closed) return;
    this.timer ??= setTimeout(() => void this.send(), PAUSE_MS).unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.client?.end();
  }

  /** One notification at a time: while it is on its way, news gathers for the next one. */
  private async send(): Promise<void> {
    const { client, pending } = this;
    if (client !== null && pending !== this.announced) {
      this.announced = pending;
      await client
        .query(`select pg_notify('${CHANNEL}', $1)`, [String(pending)])
        .catch(() => undefined);
    }
    this.timer = null;
    if (this.pending > pending) this.announce(this.pending);
  }

  private openLater(): void {
    if (this.closed) return;
    setTimeout(() => {
      if (!this.closed)
        this.open().catch(() => {
          this.openLater();
        });
    }, RECONNECT_MS).unref();
  }
}
