import { createHash } from 'node:crypto';
import { eventIdOf, openPostgresEventStore } from '@thidua/event-store';
import { newLoad } from '../event-load';
import type { OpenContender } from './contender';
import { openTarget } from './open-target';

/** The product's own port, used as the application uses it: new stream, command id, fingerprint, derived event ids. */
export const openThidua: OpenContender = async (target) => {
  const database = await openTarget(target);
  const store = await openPostgresEventStore(database);
  return {
    pool: database.pool,
    countSql: 'select count(*)::int as count from es.events',
    append: async (eventCount) => {
      const { stream, commandId, events } = newLoad(eventCount);
      const result = await store.append({
        stream,
        expected: 'none',
        commandId,
        fingerprint: createHash('sha256').update(stream).digest('hex'),
        events: events.map((event, index) => ({
          ...event,
          id: eventIdOf(commandId, index),
          schemaVersion: 1,
        })),
      });
      if (result.outcome !== 'appended' || result.repeated) {
        throw new Error(`The append to ${stream} wrote nothing: ${result.outcome}`);
      }
    },
    close: async () => {
      await store.close();
      await database.close();
    },
  };
};
