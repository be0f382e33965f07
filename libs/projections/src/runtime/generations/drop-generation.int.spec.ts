import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { liveTable } from '../../query/live-table';
import { counter, LogInMemory, until } from '../../testing';
import { ProjectionRunner } from '../projection-runner';

describeWithPostgres('dropping a generation on PostgreSQL', () => {
  let database: TestDatabase;
  let runner: ProjectionRunner;
  beforeEach(async () => {
    database = await openTestDatabase('postgres');
    const store = new LogInMemory();
    runner = new ProjectionRunner({ database, store, projections: [counter()] });
    await runner.prepare();
  });
  afterEach(async () => {
    await runner.stop();
    await database.close();
  });

  it('waits for a reader that looked it up before it was retired', async () => {
    const reader = await database.pool.connect();
    await reader.query('begin isolation level repeatable read, read only');
    const { table } = await liveTable(reader, counter());
    await runner.repairs.rebuild('counter');
    const moments: string[] = [];
    const dropping = runner.repairs
      .drop('counter', { generation: 1 })
      .then(() => moments.push('dropped'));
    await until(async () => {
      const { rows } = await database.pool.query(
        `select 1 from pg_stat_activity where query like '%xact_start <= $1%'
            and pid <> pg_backend_pid() and datname = current_database()`,
      );
      return rows.length > 0;
    });
    await expect(reader.query(`select count(*) from ${table}`)).resolves.toBeDefined();
    moments.push('read');
    await reader.query('commit');
    reader.release();
    await dropping;
    expect(moments).toEqual(['read', 'dropped']);
  });
});
