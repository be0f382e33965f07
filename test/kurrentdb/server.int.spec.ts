import { randomUUID } from 'node:crypto';
import { openTestDatabase } from '@thidua/database/testing';
import { openKurrentDbEventStore, type EventStore } from '@thidua/event-store';
import { appended, appendTo, eventStoreContract } from '@thidua/event-store/testing';
import { describeWithKurrentDb } from './describe-with-kurrentdb';

const LONG_MS = 50_000;

/** Needs a server whose log may be written to for good: nothing is ever removed from it. */
describeWithKurrentDb('on a server,', (connectionString) => {
  eventStoreContract({
    name: 'in KurrentDB',
    isLasting: true,
    positions: 'increasing',
    open: async () => {
      const database = await openTestDatabase('pglite');
      const options = { connectionString, database };
      const store = await openKurrentDbEventStore(options);
      return {
        store,
        reopen: () => openKurrentDbEventStore(options),
        close: async () => {
          await store.close();
          await database.close();
        },
      };
    },
  });

  describe('two processes with one log and one registry', () => {
    let stores: EventStore[];
    let close: () => Promise<void>;

    beforeAll(async () => {
      const database = await openTestDatabase('pglite');
      const options = { connectionString, database };
      stores = [await openKurrentDbEventStore(options), await openKurrentDbEventStore(options)];
      close = async () => {
        await Promise.all(stores.map((store) => store.close()));
        await database.close();
      };
    });
    afterAll(() => close());

    it('let one of many win each revision', async () => {
      const stream = `race-${randomUUID()}`;
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          stores[index % 2]!.append(appendTo(stream, { expected: 'none' })),
        ),
      );
      expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(await stores[0]!.readStream(stream)).toHaveLength(1);
    });

    it('write a command once that both are sent', async () => {
      const request = appendTo(`both-${randomUUID()}`, { expected: 'none', eventCount: 3 });
      const results = await Promise.all(stores.map((store) => store.append(request)));
      const positions = results.map((result) => appended(result).firstPosition);
      expect(new Set(positions).size).toBe(1);
      expect(await stores[1]!.readStream(request.stream)).toHaveLength(3);
    });

    it('wake each other', async () => {
      const [here, there] = stores as [EventStore, EventStore];
      const started = performance.now();
      const sleeper = here.wake(await here.head(), { timeoutMs: LONG_MS });
      await there.append(appendTo(`wake-${randomUUID()}`));
      await sleeper;
      expect(performance.now() - started).toBeLessThan(LONG_MS / 2);
    });

    it('read from a place where no event begins', async () => {
      const request = appendTo(`astray-${randomUUID()}`, { eventCount: 2 });
      const { lastPosition } = appended(await stores[0]!.append(request));
      const slice = await stores[0]!.readAll({ after: lastPosition - 1n, maxCount: 1 });
      expect(slice.events.map(({ position }) => position)).toEqual([lastPosition]);
    });
  });
});
