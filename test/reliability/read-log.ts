import type { Database } from '@thidua/database';
import { openKurrentDbEventStore, openPostgresEventStore } from '@thidua/event-store';
import type { RecordedEvent } from '@thidua/kernel';

const PAGE_SIZE = 10_000;

/** Every event of the log, read as a projector reads it: from KurrentDB when it is named, else from the database. */
export async function readLog(
  database: Database,
  eventStoreUrl?: string,
): Promise<readonly RecordedEvent[]> {
  const store =
    eventStoreUrl === undefined
      ? await openPostgresEventStore(database)
      : await openKurrentDbEventStore({ connectionString: eventStoreUrl, database });
  const events: RecordedEvent[] = [];
  for (let after = 0n, head = 1n; after < head;) {
    const slice = await store.readAll({ after, maxCount: PAGE_SIZE });
    events.push(...slice.events);
    after = slice.next;
    head = slice.head;
  }
  await store.close();
  return events;
}
