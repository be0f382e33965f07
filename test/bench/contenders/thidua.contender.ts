import { hash } from 'node:crypto';
import type { Database } from '@thidua/database';
import { eventIdOf, openPostgresEventStore, type EventStore } from '@thidua/event-store';
import type { Target } from '../place/place';
import { countWith, type Contender } from './contender';
import type { Load } from './event-load';
import { openTarget } from './open-target';

export interface ThiduaContender extends Contender {
  readonly database: Database;
  readonly store: EventStore;
}

/** The product's own port, used as the application uses it: new stream, command id, fingerprint, derived event ids. */
export async function openThidua(target: Target): Promise<ThiduaContender> {
  const database = await openTarget(target);
  const store = await openPostgresEventStore(database);
  return {
    database,
    store,
    pool: database.pool,
    write: (load) => writeThrough(store, load),
    count: () => countWith(database.pool, 'select count(*)::int as count from es.events'),
    close: async () => {
      await store.close();
      await database.close();
    },
  };
}

/** One command's append. @throws Error when nothing new was written. */
export async function writeThrough(
  store: Pick<EventStore, 'append'>,
  { stream, commandId, events }: Load,
): Promise<void> {
  const result = await store.append({
    stream,
    expected: 'none',
    commandId,
    fingerprint: hash('sha256', stream),
    events: events.map((event, index) => ({
      ...event,
      id: eventIdOf(commandId, index),
      schemaVersion: 1,
    })),
  });
  if (result.outcome !== 'appended' || result.repeated) {
    throw new Error(`The append to ${stream} wrote nothing: ${result.outcome}`);
  }
}
