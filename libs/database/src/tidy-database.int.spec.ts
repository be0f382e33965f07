import { describeWithPostgres, openTestDatabase, type TestDatabase } from './testing';
import { tidyDatabase } from './tidy-database';

describe('tidying the embedded database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase('pglite');
  });
  afterEach(() => database.close());

  const sizes = async () => {
    const { rows } = await database.pool.query<{ bytes: string; known: number }>(
      `select pg_relation_size(oid)::text as bytes, reltuples as known from pg_class where relname = 'papers'`,
    );
    return rows[0];
  };

  it('gives back the room of what was deleted, and counts what is there', async () => {
    const { pool } = database;
    await pool.query('create table papers (number int)');
    await pool.query('insert into papers select generate_series(1, 20000)');
    await pool.query('delete from papers where number > 10');
    const before = await sizes();
    expect(await tidyDatabase(database)).toEqual({ by: 'thisProcess' });
    const after = await sizes();
    expect(before?.known).toBe(-1);
    expect(after?.known).toBe(10);
    expect(Number(after?.bytes)).toBeLessThan(Number(before?.bytes) / 10);
  });
});

describeWithPostgres('tidying a server', () => {
  it('is left to the server, which says whether it does', async () => {
    const database = await openTestDatabase('postgres');
    const { rows } = await database.pool.query<{ autovacuum: string }>('show autovacuum');
    const isOn = rows[0]?.autovacuum === 'on';
    expect(await tidyDatabase(database)).toEqual({ by: 'server', isOn });
    await database.close();
  });
});
