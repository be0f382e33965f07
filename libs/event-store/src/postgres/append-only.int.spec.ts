import type { Database } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { appendTo } from '../testing';
import { openPostgresEventStore } from './postgres-event-store';

const changes = ['events', 'commands'].flatMap((table) => [
  `update es.${table} set ${table === 'events' ? "type = 'Forged'" : 'size = 9'}`,
  `delete from es.${table}`,
  `truncate es.${table}`,
]);

const refusesChange = (kind: Database['kind']) => (): void => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    const store = await openPostgresEventStore(database);
    await store.append(appendTo('paper-1'));
    await store.close();
  });
  afterAll(() => database.close());

  it.each(changes)('refuses: %s', async (change) => {
    await expect(database.pool.query(change)).rejects.toMatchObject({ code: '23001' });
    const { rows } = await database.pool.query('select type from es.events');
    expect(rows).toEqual([{ type: 'PaperFiled' }]);
  });
};

describe('the log in PGlite', refusesChange('pglite'));
describeWithPostgres('the log in PostgreSQL', refusesChange('postgres'));
