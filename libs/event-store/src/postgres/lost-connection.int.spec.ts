import type { Pool } from 'pg';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { appended, appendTo } from '../testing';
import { openPostgresEventStore } from './postgres-event-store';

const CUT_EVERY_OTHER = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const cutFor = async (pool: Pool, until: Promise<unknown>): Promise<void> => {
  let done = false;
  void until.then(() => (done = true));
  while (!done) {
    await pool.query(CUT_EVERY_OTHER).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
};

describeWithPostgres('the event store whose connections are cut again and again', () => {
  it('writes every command exactly once all the same', async () => {
    const database = await openTestDatabase('postgres');
    const store = await openPostgresEventStore(database);
    const requests = Array.from({ length: 300 }, (_, index) =>
      appendTo(`paper-${index % 40}`, { eventCount: 2 }),
    );
    const appends = Promise.all(
      requests.map(async (request, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 3));
        return appended(await store.append(request)).lastPosition;
      }),
    );
    await cutFor(database.pool, appends);
    expect(new Set(await appends).size).toBe(requests.length);

    const { events } = await store.readAll({ after: 0n, maxCount: 10_000 });
    expect(events.map(({ position }) => Number(position))).toEqual(
      Array.from({ length: requests.length * 2 }, (_, index) => index + 1),
    );
    const ids = requests.flatMap((request) => request.events.map(({ id }) => id));
    expect(events.map(({ id }) => id).sort()).toEqual(ids.sort());
    await store.close();
    await database.close();
  });
});
