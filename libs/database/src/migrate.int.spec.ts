import type { Database } from './database';
import { migrate, MigrationMismatch, type MigrationStep } from './migrate';
import { openDatabase } from './open-database';
import { describeWithPostgres, openTestDatabase, type TestDatabase } from './testing';

const first: MigrationStep = {
  name: '0001-papers',
  sql: `create table papers (number int); insert into papers values (1);`,
};
const second: MigrationStep = { name: '0002-more', sql: 'insert into papers values (2)' };
const broken: MigrationStep = {
  name: '0003-broken',
  sql: 'insert into papers values (3); select * from nowhere;',
};

const papers = async ({ pool }: Database): Promise<readonly number[]> => {
  const { rows } = await pool.query<{ number: number }>('select number from papers order by 1');
  return rows.map(({ number }) => number);
};

const migrates = (kind: Database['kind']) => (): void => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(kind);
  });
  afterEach(() => database.close());

  it('runs each step once, in order', async () => {
    await migrate(database, 'papers', [first]);
    await migrate(database, 'papers', [first, second]);
    await migrate(database, 'papers', [first, second]);
    expect(await papers(database)).toEqual([1, 2]);
  });

  it('keeps owners apart', async () => {
    await migrate(database, 'papers', [first]);
    await migrate(database, 'others', [second]);
    await migrate(database, 'more', [second]);
    expect(await papers(database)).toEqual([1, 2, 2]);
  });

  it('leaves no part of a step that fails', async () => {
    const failing = migrate(database, 'papers', [first, second, broken]);
    await expect(failing).rejects.toMatchObject({ code: '42P01' });
    expect(await papers(database)).toEqual([1, 2]);
  });

  it('refuses a step that was edited, and a database newer than the code', async () => {
    await migrate(database, 'papers', [first, second]);
    const edited = { ...first, sql: 'create table papers (number bigint)' };
    await expect(migrate(database, 'papers', [edited, second])).rejects.toThrow(MigrationMismatch);
    await expect(migrate(database, 'papers', [first])).rejects.toThrow('newer than the software');
  });
};

describe('migrating PGlite', migrates('pglite'));

describeWithPostgres('migrating PostgreSQL', () => {
  migrates('postgres')();

  it('lets two starting processes take turns', async () => {
    const database = await openTestDatabase('postgres');
    const other = await openDatabase({ url: database.url ?? '' });
    const slow = { ...first, sql: `select pg_sleep(0.2); ${first.sql}` };
    await Promise.all(
      [database, other, database, other].map((each) => migrate(each, 'papers', [slow, second])),
    );
    expect(await papers(database)).toEqual([1, 2]);
    await other.close();
    await database.close();
  });
});
