import { openKurrentDbEventStore, type EventStore } from '@thidua/event-store';
import type { Position } from '@thidua/kernel';
import type { OpenContender } from './contender';
import { openTarget } from './open-target';
import { writeThrough } from './thidua.contender';

const PAGE = 1_000;

/** The product's port with the log in KurrentDB (KURRENTDB_URL) and the registry of commands in the place's database. */
export const openThiduaOnKurrentDb: OpenContender = async (target) => {
  const connectionString = process.env['KURRENTDB_URL'];
  if (connectionString === undefined) throw new Error('KURRENTDB_URL is not set');
  const database = await openTarget(target);
  const store = await openKurrentDbEventStore({ connectionString, database });
  const before = await store.head();
  return {
    pool: database.pool,
    write: (load) => writeThrough(store, load),
    count: () => countAfter(store, before),
    close: async () => {
      await store.close();
      await database.close();
    },
  };
};

/** The server may hold events of earlier runs, so only those behind the position count. */
async function countAfter(
  store: Pick<EventStore, 'readAll' | 'head'>,
  before: Position,
): Promise<number> {
  const head = await store.head();
  let [after, count] = [before, 0];
  while (after < head) {
    const { events, next } = await store.readAll({ after, maxCount: PAGE });
    if (next === after) break;
    count += events.length;
    after = next;
  }
  return count;
}
