import type { EventStore } from '@thidua/event-store';
import { appendTo } from '@thidua/event-store/testing';
import { OnStandIn, until } from './on-stand-in';

const LONG_MS = 50_000;

describe('news of the log in another process', () => {
  let place: OnStandIn;
  let here: EventStore;
  let there: EventStore;

  beforeEach(async () => {
    place = await OnStandIn.start();
    [here, there] = [await place.open(), await place.open()];
    await until(() => place.standIn.subscriptions.size === 2);
  });
  afterEach(() => place.stop());

  /** Whether the sleeper is woken by the append and not by its own timeout. */
  const hears = async (): Promise<boolean> => {
    const started = performance.now();
    const sleeper = here.wake(await here.head(), { timeoutMs: LONG_MS });
    await there.append(appendTo('task-1'));
    await sleeper;
    return performance.now() - started < LONG_MS / 2;
  };

  it('wakes a sleeper', async () => {
    expect(await hears()).toBe(true);
  });

  it('comes again after the connection was cut', async () => {
    await place.standIn.cut();
    expect(await hears()).toBe(true);
  });

  it('comes again after the server ended the subscription in an orderly way', async () => {
    place.standIn.endSubscriptions();
    expect(await hears()).toBe(true);
  });

  it('comes from where it was lost, not from the end of the log', async () => {
    const head = await here.head();
    const sleeper = here.wake(head, { timeoutMs: LONG_MS });
    const started = performance.now();
    place.standIn.faults.everySubscription = 'end';
    place.standIn.endSubscriptions();
    const before = place.standIn.subscriptionCount;
    await there.append(appendTo('task-1'));
    await until(() => place.standIn.subscriptionCount > before);
    place.standIn.faults.everySubscription = null;
    await sleeper;
    expect(performance.now() - started).toBeLessThan(LONG_MS / 2);
  });

  it('is not listened to any more by a store that was closed', async () => {
    await here.close();
    await there.close();
    await until(() => place.standIn.subscriptions.size === 0);
  });

  it('never moves a reader on: what a slow reader stores is what it was given', async () => {
    // The server sends a checkpoint for every 32 events, long before the reader below has handled the first ones.
    for (let round = 0; round < 10; round++) {
      await there.append(appendTo(`task-${round}`, { eventCount: 20 }));
    }
    await here.wake((await here.head()) - 1n, { timeoutMs: LONG_MS });
    const handled: string[] = [];
    let checkpoint = 0n;
    for (let isLeft = true; isLeft;) {
      const { events, next } = await here.readAll({ after: checkpoint, maxCount: 7 });
      isLeft = events.length > 0;
      if (isLeft) expect(next).toBe(events.at(-1)!.position);
      handled.push(...events.map(({ id }) => id));
      checkpoint = next;
    }
    const all = place.standIn.log.all.filter(({ type }) => !type.startsWith('$'));
    expect(handled).toEqual(all.map(({ id }) => id));
  });
});
