import { excludeSystemEvents, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Position } from '@thidua/kernel';
import type { WakeSignal } from '../wake-signal';
import type { KurrentConnection } from './client/kurrent-connection';
import { within } from './client/no-answer';
import { placeOf, positionOf } from './position';

const FIRST_PAUSE_MS = 50;
const PAUSE_MAX_MS = 5_000;
const UNSUBSCRIBE_MS = 1_000;

/**
 * Hears of new events by one subscription to the whole log, and tells the sleepers. Only a hint: readers fetch what is
 * new themselves, so nothing here ever moves a checkpoint.
 */
export class WakeSubscription {
  private last: Position = 0n;
  private running: Promise<void> | null = null;
  private end: (() => Promise<void>) | null = null;

  /** @param onNews called for each event that was heard of. */
  constructor(
    private readonly connection: KurrentConnection,
    private readonly signal: WakeSignal,
    private readonly onNews: () => void,
  ) {}

  /** Begins after the position; the loop goes on until it is stopped. */
  start(after: Position): void {
    this.last = after;
    this.running = this.run();
  }

  /** Call it once the connection is closing. */
  async stop(): Promise<void> {
    await this.end?.();
    await this.running;
  }

  private async run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.connection.isClosed) {
      const before = this.last;
      // An orderly end of a subscription means a dropped one, as its failure does.
      await this.connection.attempt('news', (client) => this.listen(client)).catch(() => undefined);
      pauseMs = this.last > before ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, PAUSE_MAX_MS);
      await this.connection.pause(pauseMs);
    }
  }

  private async listen(client: KurrentDBClient): Promise<void> {
    const place = placeOf(this.last);
    const subscription = client.subscribeToAll({
      fromPosition: place === 'start' ? 'start' : place,
      filter: excludeSystemEvents(),
      requiresLeader: true,
    });
    // The client reports the same failure once more after the loop below has ended.
    subscription.on('error', () => undefined);
    this.end = async () => {
      await within(UNSUBSCRIBE_MS, subscription.unsubscribe()).catch(() => undefined);
      subscription.destroy();
    };
    try {
      for await (const { event } of subscription) {
        if (event?.position !== undefined) this.hear(positionOf(event.position));
      }
    } finally {
      await this.end();
      this.end = null;
    }
  }

  private hear(position: Position): void {
    if (position > this.last) this.last = position;
    this.signal.raise(position);
    this.onNews();
  }
}
