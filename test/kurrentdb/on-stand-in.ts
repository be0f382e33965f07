import { openTestDatabase, type TestDatabase } from '@thidua/database/testing';
import { openKurrentDbEventStore, type EventStore } from '@thidua/event-store';
import { KurrentDbStandIn } from '../kurrentdb-stand-in';

/** Short enough for tests that wait for a timer of ours, long enough for a busy machine. */
const TIMEOUTS = { appendMs: 1_000, readMs: 1_000, retryMs: 20_000, openMs: 10_000 };

type Timeouts = Partial<typeof TIMEOUTS>;

/** A stand-in with a database of its own, on which any number of stores is opened. */
export class OnStandIn {
  readonly standIn = new KurrentDbStandIn();
  private readonly stores: EventStore[] = [];

  private constructor(readonly database: TestDatabase) {}

  static async start(): Promise<OnStandIn> {
    const place = new OnStandIn(await openTestDatabase('pglite'));
    await place.standIn.start();
    return place;
  }

  /** A store, closed with the rest; on another database when one is given. */
  async open(
    timeouts: Timeouts = {},
    options: { readonly database?: TestDatabase; readonly appendBytesMax?: number } = {},
  ): Promise<EventStore> {
    const store = await openKurrentDbEventStore({
      connectionString: this.standIn.url,
      database: this.database,
      timeouts: { ...TIMEOUTS, ...timeouts },
      ...options,
    });
    this.stores.push(store);
    return store;
  }

  async stop(): Promise<void> {
    this.standIn.faults.clear();
    await Promise.all(this.stores.map((store) => store.close()));
    await this.database.close();
    await this.standIn.stop();
  }
}

/** Resolves once the condition holds; the test's own time limit is the end of patience. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
