import type { Database } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { appendTo } from '../testing';
import { openPostgresEventStore } from './postgres-event-store';

const changes = [
  "update es.events set type = 'Forged'",
  'update es.events set command_id = null',
  'delete from es.events',
  'truncate es.events',
];

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
