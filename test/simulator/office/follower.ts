import type { EventStore } from '@thidua/event-store';
import type { Position } from '@thidua/kernel';
import { Life } from '../world/life';
import type { World } from '../world/world';

/** A reader that lags: it takes the log in small bites, rests long between them and dies now and then. */
export class Follower {
  readonly seen: Position[] = [];
  private next: Position = 0n;

  constructor(
    private readonly world: World,
    private readonly connect: (life: Life) => EventStore,
  ) {}

  /** Up to here it has read. */
  get position(): Position {
    return this.next;
  }

  start(): void {
    const life = new Life(this.world, 'follower', 'clientCrash');
    life.onEnd(() => {
      void this.world.time.sleep(100).then(() => {
        this.start();
      });
    });
    void this.follow(life);
  }

  private async follow(life: Life): Promise<void> {
    const store = this.connect(life);
    for (;;) {
      await this.take(store).catch(() => undefined);
      await life.step('rests', 60);
    }
  }

  private async take(store: EventStore): Promise<void> {
    const { events, next } = await store.readAll({ after: this.next, maxCount: 3 });
    this.seen.push(...events.map(({ position }) => position));
    if (next === this.next) await store.wake(next, { timeoutMs: 300 });
    this.next = next;
  }
}
