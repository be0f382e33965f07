import { counter, describeOnDatabases, type EventGiven, type Poison } from '../../testing';
import { liveTable } from '../../query/live-table';
import type { Projection } from '../projection';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, add: 1, ...data },
});
const some = (): EventGiven[] =>
  Array.from({ length: 30 }, (_, index) => counted(`k${index % 12}`, { label: `n${index}` }));

describeOnDatabases('rebuilding', (at) => {
  const build = async (poison: Poison = { keys: [] }, policy?: Projection['poison']) => {
    const runner = at.runner({ projections: [counter(policy, poison)] });
    const { length } = at.log.record(...some());
    await runner.start();
    await runner.waitFor(BigInt(length), { timeoutMs: 20_000 });
    return runner;
  };
  const sql = (text: string) => at.database.pool.query(text);
  const tables = async () => {
    const { rows } = await at.database.pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'read' order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('gives equal rows, and a check leaves nothing behind', async () => {
    const runner = await build();
    const before = await tables();
    const check = await runner.repairs.rebuildCheck('counter');
    expect(check).toMatchObject({
      name: 'counter',
      table: 'read.counter__v1',
      position: '30',
      isEqual: true,
      differenceCount: 0,
      differences: [],
    });
    expect(check.liveHash).toMatch(/^[0-9a-f]{64}$/);
    expect(check.rebuiltHash).toBe(check.liveHash);
    expect(await tables()).toEqual(before);
    expect(await runner.repairs.rebuildCheck('counter')).toEqual(check);
  });

  it('finds a row that was changed, one that was added and one that was deleted by hand', async () => {
    const runner = await build();
    await sql(`update read.counter__v1 set labels = array['forged'] where key = 'k3'`);
    await sql(`insert into read.counter__v1 select 'intruder', position, count, total, last_on,
                 last_at, labels, seen from read.counter__v1 where key = 'k4'`);
    await sql(`delete from read.counter__v1 where key = 'k5'`);
    const check = await runner.repairs.rebuildCheck('counter');
    expect(check).toMatchObject({
      isEqual: false,
      differenceCount: 3,
      differences: [
        { table: 'read.counter__v1', key: 'intruder', kind: 'unexpected' },
        { table: 'read.counter__v1', key: 'k3', kind: 'changed' },
        { table: 'read.counter__v1', key: 'k5', kind: 'missing' },
      ],
    });
    expect(check.rebuiltHash).not.toBe(check.liveHash);
  });

  it('finds a position that was changed by hand', async () => {
    const runner = await build();
    await sql(`update read.counter__v1 set position = position + 1 where key = 'k7'`);
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({
      differences: [{ key: 'k7', kind: 'changed' }],
    });
  });

  it('shows the first ten differences and counts all', async () => {
    const runner = await build();
    await sql('update read.counter__v1 set count = count + 1');
    const check = await runner.repairs.rebuildCheck('counter');
    expect(check.differenceCount).toBe(12);
    expect(check.differences).toHaveLength(10);
  });

  it('compares at one position while events keep coming', async () => {
    const runner = await build();
    const writing = setInterval(() => at.log.record(counted('k1'), counted('k2')), 3);
    try {
      for (let round = 0; round < 3; round += 1) {
        expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
      }
    } finally {
      clearInterval(writing);
    }
  });

  it('puts a fresh table in the place of a forged one while the projector goes on', async () => {
    const runner = await build();
    await sql(`update read.counter__v1 set count = 99 where key = 'k3'`);
    const writing = setInterval(() => at.log.record(counted('k1')), 5);
    await runner.repairs.rebuild('counter').finally(() => {
      clearInterval(writing);
    });
    await runner.waitFor(await at.log.head(), { timeoutMs: 20_000 });
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
    const { table } = await liveTable(at.database.pool, counter());
    expect(table).toBe('read."counter__v1_g2"');
    const { rows } = await sql(`select count from ${table} where key = 'k3'`);
    expect(rows).toEqual([{ count: 3 }]);
    const indexes = await sql(
      `select 1 from pg_indexes where schemaname = 'read' and tablename = 'counter__v1_g2'`,
    );
    expect(indexes.rows).toHaveLength(4);
  });

  it('frees parked keys when the fold was mended', async () => {
    const poison = { keys: ['k3'] };
    const runner = await build(poison);
    at.log.record(counted('k3', { label: 'poison' }), counted('k3'));
    await runner.waitFor(32n, { timeoutMs: 20_000 });
    expect(await runner.health()).toMatchObject([{ parkedCount: 2 }]);
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
    poison.keys = [];
    await runner.repairs.rebuild('counter');
    expect(await runner.health()).toMatchObject([{ parkedCount: 0, condition: 'well' }]);
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('leaves the live table alone when the fresh fold halts', async () => {
    const poison: Poison = { keys: [] };
    const runner = await build(poison, 'stop');
    at.log.record(counted('k3', { label: 'poison' }));
    await runner.waitFor(31n, { timeoutMs: 20_000 });
    poison.keys = ['k3'];
    await expect(runner.repairs.rebuild('counter')).rejects.toThrow('reached position 30 of 31');
    poison.keys = [];
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({
      isEqual: true,
      position: '31',
    });
  });
});
