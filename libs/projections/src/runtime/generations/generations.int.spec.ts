import { inTransaction } from '@thidua/database';
import { liveTable } from '../../query/live-table';
import { counter, describeOnDatabases, until, type EventGiven, type Poison } from '../../testing';
import { applyBatch } from '../batches/apply-batch';
import type { Projection } from '../projection';
import { CheckpointLost } from '../tables/checkpoints';
import { feedsOf } from './find-generation';
import { holdLive, releaseHold, switchTo } from './switch-generation';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, add: 1, ...data },
});
const some = (count: number): EventGiven[] =>
  Array.from({ length: count }, (_, index) => counted(`k${index % 12}`));

describeOnDatabases('a generation of a read model', (at) => {
  const poison: Poison = { keys: [] };
  const projection: Projection = counter('park-key', poison);
  const started = async (eventCount: number) => {
    const runner = at.runner({ projections: [projection] });
    await runner.start();
    at.log.record(...some(eventCount));
    await runner.waitFor(BigInt(eventCount), { timeoutMs: 20_000 });
    return runner;
  };

  /** What a reader sees in one snapshot: the position, and the events counted in the rows. */
  const look = () =>
    inTransaction(at.database.pool, async (client) => {
      await client.query('set transaction isolation level repeatable read, read only');
      const { table, position } = await liveTable(client, projection);
      const { rows } = await client.query<{ count: number }>(
        `select coalesce(sum(count), 0)::int as count from ${table}`,
      );
      return { table, position: Number(position), count: rows[0]?.count };
    });

  it('is read whole at every moment while another one is built, switched to and switched back from', async () => {
    const runner = await started(300);
    const seen: Awaited<ReturnType<typeof look>>[] = [];
    const state = { isOver: false };
    const reading = (async () => {
      while (!state.isOver) {
        seen.push(await look());
        if (seen.length % 5 === 0) at.log.record(counted('k1'));
        // As a request would: an embedded database must leave others a turn while it is busy.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const fewMoreReads = () => {
      const { length } = seen;
      return until(() => seen.length >= length + 5);
    };
    try {
      await runner.repairs.rebuild('counter');
      await fewMoreReads();
      await runner.repairs.rollBack('counter', 1);
      await fewMoreReads();
      await runner.repairs.rebuild('counter');
      await fewMoreReads();
    } finally {
      state.isOver = true;
    }
    await reading;
    expect(new Set(seen.map(({ table }) => table))).toEqual(
      new Set(['read."counter__v1"', 'read."counter__v1_g2"', 'read."counter__v1_g3"']),
    );
    expect(seen.filter(({ position, count }) => position !== count)).toEqual([]);
    const positions = seen.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    await runner.waitFor(await at.log.head(), { timeoutMs: 20_000 });
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('keeps its rows when it is retired, and catches up before it is read again', async () => {
    const runner = await started(40);
    await expect(runner.repairs.rebuild('counter')).resolves.toMatchObject({ generation: 2 });
    expect(await runner.health()).toMatchObject([
      {
        generation: 2,
        state: 'live',
        generations: [{ state: 'retired' }, { state: 'live' }],
      },
    ]);
    at.log.record(...some(25));
    await runner.waitFor(65n, { timeoutMs: 20_000 });
    expect(await runner.health()).toMatchObject([
      { generations: [{ position: '40' }, { position: '65' }] },
    ]);
    await expect(runner.repairs.rollBack('counter', 1)).resolves.toEqual({
      generation: 1,
      position: '65',
      repeated: false,
    });
    expect(await look()).toEqual({ table: 'read."counter__v1"', position: 65, count: 65 });
    await expect(runner.repairs.rollBack('counter', 1)).resolves.toMatchObject({ repeated: true });
    expect(await look()).toMatchObject({ table: 'read."counter__v1"' });
    at.log.record(...some(5));
    await runner.waitFor(70n, { timeoutMs: 20_000 });
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('stands still while it is held, and is never replaced by one that is behind it', async () => {
    const { pool } = at.database;
    await at.runner({ projections: [projection] }).prepare();
    const events = at.log.record(...some(2));
    const [feed] = feedsOf(projection, { generation: 1, partitionCount: 1 });
    if (feed === undefined) throw new Error('no feed');
    const [first, second] = [events.slice(0, 1), events.slice(1)];
    await applyBatch(pool, feed, { from: 0n, to: 1n, events: first });

    await expect(holdLive(pool, projection, 60_000)).resolves.toBe(1n);
    const next = { from: 1n, to: 2n, events: second };
    await expect(applyBatch(pool, feed, next)).rejects.toThrow(CheckpointLost);
    await releaseHold(pool, projection);
    await applyBatch(pool, feed, next);

    await pool.query(
      `insert into read.projections (name, version, generation, state, position)
         values ('counter', 1, 2, 'building', 1)`,
    );
    await expect(switchTo(pool, projection, 2)).resolves.toBe('behind');
    await expect(liveTable(pool, projection)).resolves.toMatchObject({ position: '2' });
    await pool.query(`update read.projections set position = 2 where generation = 2`);
    await expect(switchTo(pool, projection, 2)).resolves.toBe('switched');
  });

  it('is replaced once when the request for it is sent again', async () => {
    const runner = await started(10);
    await runner.repairs.rebuild('counter', 1);
    await expect(runner.repairs.rebuild('counter', 1)).resolves.toEqual({
      generation: 2,
      position: '10',
      repeated: true,
    });
  });

  it('is dropped when it is retired, and never while it is read', async () => {
    const runner = await started(10);
    await expect(runner.repairs.drop('counter', { generation: 1 })).rejects.toMatchObject({
      code: 'GENERATION_IN_USE',
    });
    await runner.repairs.rebuild('counter');
    // The feeder gives the lease of the former one back when it next moves.
    at.log.record(...some(1));
    await runner.waitFor(11n, { timeoutMs: 20_000 });
    await until(async () => (await runner.health())[0]?.generations[0]?.leaseOwner === null);
    await expect(runner.repairs.drop('counter', { generation: 1 })).resolves.toBe(true);
    await expect(runner.repairs.drop('counter', { generation: 1 })).resolves.toBe(false);
    const { rows } = await at.database.pool.query(`select to_regclass('read.counter__v1') as name`);
    expect(rows).toEqual([{ name: null }]);
    expect(await look()).toMatchObject({ count: 11 });
    await expect(runner.repairs.rollBack('counter', 1)).rejects.toMatchObject({
      code: 'GENERATION_NOT_FOUND',
    });
  });

  it('is built by one process at a time, and taken for abandoned when its maker is gone', async () => {
    const runner = await started(10);
    const { pool } = at.database;
    const begin = (until: string) =>
      pool
        .query(
          `insert into read.projections (name, version, generation, state, position)
           values ('counter', 1, 2, 'building', 0) on conflict do nothing`,
        )
        .then(() =>
          pool.query(
            `insert into read.leases values ('projection:counter:v1:g2:p0', 'other', ${until})
             on conflict (name) do update set until = excluded.until`,
          ),
        );
    await begin(`now() + interval '1 minute'`);
    await expect(runner.repairs.rebuild('counter')).rejects.toMatchObject({
      code: 'REBUILD_RUNNING',
    });
    await begin(`now() - interval '1 second'`);
    await expect(runner.repairs.rebuild('counter')).resolves.toMatchObject({ generation: 3 });
    expect(await runner.health()).toMatchObject([
      { generations: [{ generation: 1 }, { generation: 3 }] },
    ]);
  });

  it('of a later version is not read before it has come to the head, while the older one goes on', async () => {
    const old = await started(30);
    const next: Projection = { ...counter('stop', poison), version: 2 };
    poison.keys = ['k3'];
    at.log.record(counted('k3', { label: 'poison' }));
    const upgraded = at.runner({ projections: [next] });
    await upgraded.start();
    await until(async () => (await upgraded.health())[0]?.condition === 'halted');
    await expect(liveTable(at.database.pool, next)).rejects.toMatchObject({
      code: 'READ_MODEL_BUILDING',
    });
    await expect(upgraded.waitFor(5n, { timeoutMs: 50 })).resolves.toMatchObject({
      reached: false,
    });
    await expect(old.waitFor(31n, { timeoutMs: 20_000 })).resolves.toMatchObject({
      reached: true,
    });
    poison.keys = [];
    await upgraded.repairs.resume('counter');
    await upgraded.waitFor(31n, { timeoutMs: 20_000 });
    await expect(liveTable(at.database.pool, next)).resolves.toEqual({
      table: 'read."counter__v2"',
      position: '31',
    });
    await expect(upgraded.repairs.drop('counter', { version: 1, generation: 1 })).rejects.toThrow(
      'feeding it',
    );
    await old.stop();
    await expect(upgraded.repairs.drop('counter', { version: 1, generation: 1 })).resolves.toBe(
      true,
    );
  });
});
