import type { Pool, PoolClient } from 'pg';
import { counter, describeOnDatabases, until, type EventGiven } from '../testing';
import { applyBatch } from './batches/apply-batch';
import type { Projection } from './projection';
import { CheckpointLost, readCheckpoint } from './tables/checkpoints';
import { feedsOf } from './generations/find-generation';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, ...data },
});

const many = (count: number, keyCount = 7): EventGiven[] =>
  Array.from({ length: count }, (_, index) => counted(`k${index % keyCount}`, { add: 1 }));

const asLoose = (projection: object): Projection => projection as Projection;

async function rowsOf(pool: Pool): Promise<readonly object[]> {
  const { rows } = await pool.query<object>(
    'select key, position, count, total from read.counter__v1 order by key',
  );
  return rows;
}

describeOnDatabases('a projector', (at) => {
  const projections = [asLoose(counter())];

  it('folds every event once, over many batches', async () => {
    at.log.record(...many(95), { type: 'Other', data: {} });
    const runner = at.runner({ projections });
    await runner.start();
    await expect(runner.waitFor(96n, { timeoutMs: 20_000 })).resolves.toEqual({
      reached: true,
      behind: [],
    });
    const { rows } = await at.database.pool.query<object>(
      'select sum(count)::int as count, sum(total)::int as total from read.counter__v1',
    );
    expect(rows).toEqual([{ count: 95, total: 95 }]);
  });

  it('keeps every column type through a batch border', async () => {
    const runner = at.runner({ projections, options: { batchSize: 1 } });
    at.log.record(counted('a', { label: 'một', on: '2026-03-31' }), {
      ...counted('a', { label: 'hai, "ba"' }),
      occurredAt: '2026-04-01T07:30:00.123+07:00',
    });
    await runner.start();
    await runner.waitFor(2n, { timeoutMs: 20_000 });
    const { rows } = await at.database.pool.query<object>(
      `select last_on::text, labels, seen, to_char(last_at at time zone 'UTC', 'HH24:MI:SS.MS') as at
         from read.counter__v1`,
    );
    expect(rows).toEqual([
      {
        last_on: '2026-03-31',
        labels: ['một', 'hai, "ba"'],
        seen: {
          ids: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
        },
        at: '00:30:00.123',
      },
    ]);
  });

  it('removes a row and makes it anew', async () => {
    at.log.record(counted('a'), { type: 'Cleared', data: { key: 'a' } }, counted('b'));
    const runner = at.runner({ projections, options: { batchSize: 1 } });
    await runner.start();
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    expect(await rowsOf(at.database.pool)).toMatchObject([{ key: 'b' }]);
    at.log.record(counted('a'));
    await runner.waitFor(4n, { timeoutMs: 20_000 });
    expect(await rowsOf(at.database.pool)).toMatchObject([{ key: 'a', count: 1 }, { key: 'b' }]);
  });

  it('is exactly once with two runners at work on the same tables', async () => {
    const runners = [at.runner({ projections }), at.runner({ projections })];
    await Promise.all(runners.map((runner) => runner.start()));
    for (let round = 0; round < 10; round += 1) {
      at.log.record(...many(20));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    for (const runner of runners) {
      await expect(runner.waitFor(200n, { timeoutMs: 20_000 })).resolves.toMatchObject({
        reached: true,
      });
    }
    const { rows } = await at.database.pool.query<object>(
      `select sum(count)::int as count, sum(jsonb_array_length(seen->'ids'))::int as seen
         from read.counter__v1`,
    );
    expect(rows).toEqual([{ count: 200, seen: 200 }]);
  });

  it('lets exactly one of two writers of the same batch through, and none that comes late', async () => {
    const { pool } = at.database;
    await at.runner({ projections }).prepare();
    const projection = asLoose(counter());
    const [feed] = feedsOf(projection, { generation: 1, partitionCount: 1 });
    if (feed === undefined) throw new Error('no feed');
    const made = at.log.record(counted('a'), counted('b'));
    const cleared = at.log.record({ type: 'Cleared', data: { key: 'a' } });
    const first = { from: 0n, to: 2n, events: made };

    const writers = [applyBatch(pool, feed, first), applyBatch(pool, feed, first)];
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await applyBatch(pool, feed, { from: 2n, to: 3n, events: cleared });

    // Applied again, the first batch would bring the removed row back.
    await expect(applyBatch(pool, feed, first)).rejects.toThrow(CheckpointLost);
    expect(await rowsOf(pool)).toMatchObject([{ key: 'b', count: 1 }]);
    expect(await readCheckpoint(pool, feed.target)).toMatchObject({ position: 3n });
  });

  it('writes nothing when it dies between the fold and the commit, and goes on afterwards', async () => {
    const { pool } = at.database;
    const runner = at.runner({ projections });
    await runner.prepare();
    at.log.record(...many(5));
    const dying = dyingBeforeCommit(pool);
    const crashing = at.runner({ projections, database: { ...at.database, pool: dying.pool } });
    dying.arm();
    await crashing.start();
    await until(() => dying.deaths() > 0);
    await crashing.stop();
    expect(dying.upserts()).toBeGreaterThan(0);
    expect(await rowsOf(pool)).toEqual([]);
    expect(await runner.health()).toMatchObject([{ position: '0', lag: '5' }]);

    await runner.start();
    await runner.waitFor(5n, { timeoutMs: 20_000 });
    expect(await rowsOf(pool)).toHaveLength(5);
  });

  it('says so when the position is not reached in time', async () => {
    const runner = at.runner({ projections });
    await runner.start();
    at.log.record(...many(3));
    await expect(runner.waitFor(4n, { timeoutMs: 80 })).resolves.toEqual({
      reached: false,
      behind: ['counter'],
    });
    await expect(runner.waitFor(3n, { timeoutMs: 20_000 })).resolves.toMatchObject({
      reached: true,
    });
  });

  it('shows position, head, lag and state', async () => {
    const runner = at.runner({ projections });
    await runner.prepare();
    at.log.record(...many(4));
    expect(await runner.health()).toEqual([
      {
        name: 'counter',
        version: 1,
        state: 'live',
        position: '0',
        head: '4',
        lag: '4',
        lagSeconds: expect.any(Number) as number,
        leaseOwner: null,
        generation: 1,
        generations: [expect.objectContaining({ generation: 1, state: 'live' })],
        parkedCount: 0,
        parkedKeyCount: 0,
        skippedCount: 0,
        error: null,
        trouble: null,
        condition: 'well',
      },
    ]);
  });

  it('writes nothing any more once it is stopped', async () => {
    const runner = at.runner({ projections });
    await runner.start();
    at.log.record(...many(3));
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    await runner.stop();
    at.log.record(...many(3));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await runner.health()).toMatchObject([{ position: '3', lag: '3' }]);
  });

  it('builds a later version beside the live one and then takes its place', async () => {
    at.log.record(...many(25));
    const first = at.runner({ projections });
    await first.start();
    await first.waitFor(25n, { timeoutMs: 20_000 });
    await first.stop();
    const second = at.runner({ projections: [{ ...asLoose(counter()), version: 2 }] });
    await second.prepare();
    expect(await second.health()).toMatchObject([{ version: 2, state: 'building' }]);
    await second.start();
    await second.waitFor(25n, { timeoutMs: 20_000 });
    await until(async () => (await second.health())[0]?.state === 'live');
    // Processes of the older code go on with their version.
    expect(await first.health()).toMatchObject([
      { version: 1, state: 'live', generations: [{ version: 1 }, { version: 2, state: 'live' }] },
    ]);
  });

  it('refuses to start when the columns changed and the version did not', async () => {
    await at.runner({ projections }).prepare();
    const changed = { ...asLoose(counter()), table: { columns: { count: 'text' }, indexes: [] } };
    const runner = at.runner({ projections: [changed as Projection] });
    await expect(runner.prepare()).rejects.toThrow('raise its version');
  });
});

/** The same pool, on which an armed COMMIT never arrives, as when the process dies. */
function dyingBeforeCommit(pool: Pool) {
  let isArmed = false;
  let [deaths, upserts] = [0, 0];
  const wrap = (client: PoolClient): PoolClient =>
    new Proxy(client, {
      get(target, property) {
        if (property !== 'query') return ofTarget(target, property);
        return (sql: string, values?: unknown[]) => {
          if (sql.startsWith('insert into read."counter')) upserts += 1;
          if (!isArmed || sql !== 'commit' || upserts === 0) return target.query(sql, values);
          deaths += 1;
          return Promise.reject(new Error('died before the commit'));
        };
      },
    });
  const connect = async () => wrap(await pool.connect());
  const dying = new Proxy(pool, {
    get: (target, property) => (property === 'connect' ? connect : ofTarget(target, property)),
  });
  return {
    pool: dying,
    arm: () => {
      isArmed = true;
    },
    deaths: () => deaths,
    upserts: () => upserts,
  };
}

function ofTarget(target: object, property: string | symbol): unknown {
  const value: unknown = Reflect.get(target, property);
  return typeof value === 'function' ? value.bind(target) : value;
}
