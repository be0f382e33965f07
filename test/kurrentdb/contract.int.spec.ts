import { openTestDatabase } from '@thidua/database/testing';
import { openKurrentDbEventStore } from '@thidua/event-store';
import { eventStoreContract } from '@thidua/event-store/testing';
import { KurrentDbStandIn } from '../kurrentdb-stand-in';

eventStoreContract({
  name: 'in KurrentDB, spoken to by its client at a stand-in',
  isLasting: true,
  positions: 'increasing',
  open: async () => {
    const standIn = new KurrentDbStandIn();
    await standIn.start();
    const database = await openTestDatabase('pglite');
    const options = { connectionString: standIn.url, database };
    const store = await openKurrentDbEventStore(options);
    return {
      store,
      reopen: () => openKurrentDbEventStore(options),
      close: async () => {
        await store.close();
        await database.close();
        await standIn.stop();
      },
    };
  },
});
