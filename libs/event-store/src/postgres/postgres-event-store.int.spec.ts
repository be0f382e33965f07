import { openDatabase, type Database } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { appended, appendTo, eventStoreContract, type OpenedStore } from '../testing';
import { openPostgresEventStore, UnsafeDatabaseSettings } from './postgres-event-store';

const open = (kind: Database['kind']) => async (): Promise<OpenedStore> => {
  const database = await openTestDatabase(kind);
  const store = await openPostgresEventStore(database);
  return {
    store,
    reopen: () => openPostgresEventStore(database),
    close: async () => {
      await store.close();
      await database.close();
    },
  };
};

eventStoreContract({
  name: 'in PGlite',
  isLasting: true,
  positions: 'gap-free',
  open: open('pglite'),
});

describeWithPostgres('on a server,', () => {
  eventStoreContract({
    name: 'in PostgreSQL',
    isLasting: true,
    positions: 'gap-free',
    open: open('postgres'),
  });

  describe('two processes with one log', () => {
    it('wake each other', async () => {
      const database = await openTestDatabase('postgres');
      const other = await openDatabase({ url: database.url ?? '' });
      const [here, there] = [
        await openPostgresEventStore(database),
        await openPostgresEventStore(other),
      ];
      const sleeper = there.wake(0n, { timeoutMs: 30_000 });
      const started = process.hrtime.bigint();
      await here.append(appendTo('paper-1'));
      await sleeper;
      expect(process.hrtime.bigint() - started).toBeLessThan(20_000_000_000n);
      expect(await there.readStream('paper-1')).toHaveLength(1);
      await Promise.all([here.close(), there.close()]);
      await other.close();
      await database.close();
    });

    it('take gap-free positions in turn', async () => {
      const database = await openTestDatabase('postgres');
      const other = await openDatabase({ url: database.url ?? '' });
      const stores = [await openPostgresEventStore(database), await openPostgresEventStore(other)];
      const positions = await Promise.all(
        Array.from(
          { length: 200 },
          async (_, index) =>
            appended(await stores[index % 2]!.append(appendTo(`paper-${index % 5}`))).firstPosition,
        ),
      );
      const sorted = positions.sort((a, b) => Number(a - b));
      expect(sorted).toEqual(positions.map((_, index) => BigInt(index + 1)));
      await Promise.all(stores.map((store) => store.close()));
      await other.close();
      await database.close();
    });
  });

  describe('a server that would forget acknowledged events', () => {
    it.each([
      ['synchronous_commit', 'off'],
      ['default_transaction_isolation', 'repeatable read'],
    ])('is refused: %s = %s', async (setting, value) => {
      const database = await openTestDatabase('postgres');
      const url = new URL(database.url ?? '');
      url.searchParams.set('options', `-c ${setting}=${value.replace(' ', '\\ ')}`);
      const unsafe = await openDatabase({ url: url.href });
      await expect(openPostgresEventStore(unsafe)).rejects.toBeInstanceOf(UnsafeDatabaseSettings);
      await unsafe.close();
      await database.close();
    });
  });
});
