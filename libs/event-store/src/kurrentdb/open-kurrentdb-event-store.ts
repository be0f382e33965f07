import type { EventStore } from '../event-store';
import type { KurrentDbOptions } from './kurrentdb-event-store';

/**
 * The log in KurrentDB. Brings its registry up to date first, with its schema and with the log, and speaks to the server
 * once, so that the first command finds everything open. Closing the store leaves the database open.
 * @throws BadConnectionString, KurrentDbUnreachable, KurrentDbRefused, LogAndRegistryDiffer, MigrationMismatch
 */
export async function openKurrentDbEventStore(options: KurrentDbOptions): Promise<EventStore> {
  // The client brings machine code along, which the other profiles can do without.
  const { KurrentDbEventStore } = await import('./kurrentdb-event-store.js');
  return KurrentDbEventStore.open(options);
}
