import { counter, describeOnDatabases, until, type EventGiven, type Poison } from '../testing';
import { partitionOf } from './partitions';
import type { Projection } from './projection';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, add: 1, ...data },
});
const PARTITIONS = 3;
const keyIn = (partition: number): string =>
  Array.from({ length: 100 }, (_, index) => `k${index}`).find(
    (key) => partitionOf(key, PARTITIONS) === partition,
  ) ?? '';
const [first, second, third] = [0, 1, 2].map(keyIn) as [string, string, string];

describeOnDatabases('a divided projection', (at) => {
  const divided = (policy: Projection['poison'] = 'park-key', poison?: Poison): Projection => ({
    ...(counter(policy, poison) as Projection),
    partitions: PARTITIONS,
  });
  const rowsOf = async () => {
    const { rows } = await at.database.pool.query<{ key: string; count: number }>(
      'select key, count from read.counter__v1 order by key',
    );
    return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
  };
  /** Events that touch keys of one partition and of two. */
  const mixed = (count: number): EventGiven[] =>
    Array.from({ length: count }, (_, index) =>
      counted(keyIn(index % 3), index % 4 === 0 ? { also: keyIn((index + 1) % 3) } : {}),
    );

  it('folds each event in every partition that has a key of it, and nowhere twice', async () => {
    const runner = at.runner({ projections: [divided()] });
    await runner.start();
    const events = at.log.record(...mixed(60));
    await runner.waitFor(60n, { timeoutMs: 20_000 });
    const expected = new Map<string, number>();
    for (const { data } of events) {
      for (const key of counter().keysOf({ ...events[0]!, data })) {
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
    }
    expect(await rowsOf()).toEqual(Object.fromEntries(expected));
    expect(await runner.health()).toMatchObject([
      { position: '60', generations: [{ partitions: [{}, {}, {}] }] },
    ]);
  });

  it('is shared by runners, each with the leases it got', async () => {
    const runners = ['one', 'two'].map((owner) => at.runner({ projections: [divided()], owner }));
    await runners[0]?.prepare();
    await at.database.pool.query(
      `insert into read.leases
         values ('projection:counter:v1:g1:p0', 'one', clock_timestamp() + interval '1 minute'),
                ('projection:counter:v1:g1:p1', 'two', clock_timestamp() + interval '1 minute')`,
    );
    for (const runner of runners) await runner.start();
    at.log.record(...mixed(30));
    await runners[0]?.waitFor(30n, { timeoutMs: 20_000 });
    const partitions = (await runners[0]?.health())?.[0]?.generations[0]?.partitions;
    expect(partitions).toMatchObject([{ leaseOwner: 'one' }, { leaseOwner: 'two' }, {}]);
    expect(await runners[0]?.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('stands where its slowest partition stands, and a skip there leaves the others alone', async () => {
    const poison = { keys: [second] };
    const runner = at.runner({ projections: [divided('stop', poison)] });
    await runner.start();
    at.log.record(
      counted(first),
      counted(second, { label: 'poison', also: third }),
      counted(first),
    );
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    await until(async () => {
      const positions = (await runner.health())[0]?.generations[0]?.partitions;
      return positions?.map(({ position }) => position).join() === '3,1,3';
    });
    expect(await runner.health()).toMatchObject([{ position: '1', error: { position: '2' } }]);
    await expect(runner.waitFor(2n, { timeoutMs: 30 })).resolves.toMatchObject({ reached: false });
    await runner.repairs.skip('counter', {
      position: '2',
      reason: 'nhập nhầm',
      actor: { kind: 'person', id: 'operator-1', unitId: null, role: null, onBehalfOf: null },
    });
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    expect(await rowsOf()).toEqual({ [first]: 2, [third]: 1 });
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('parks and retries by key', async () => {
    const poison = { keys: [third] };
    const runner = at.runner({ projections: [divided('park-key', poison)] });
    await runner.start();
    at.log.record(counted(third, { label: 'poison' }), counted(first), counted(third));
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    expect(await runner.repairs.parked('counter')).toHaveLength(2);
    poison.keys = [];
    await expect(runner.repairs.retryParked('counter', third)).resolves.toMatchObject({
      appliedCount: 2,
    });
    expect(await rowsOf()).toEqual({ [first]: 1, [third]: 2 });
  });

  it('can be divided otherwise by a rebuild', async () => {
    const whole = at.runner({ projections: [counter()] });
    await whole.start();
    at.log.record(...mixed(30));
    await whole.waitFor(30n, { timeoutMs: 20_000 });
    await whole.stop();
    const runner = at.runner({ projections: [divided()] });
    await runner.start();
    expect(await runner.health()).toMatchObject([{ generations: [{ partitions: [{}] }] }]);
    await runner.repairs.rebuild('counter');
    at.log.record(...mixed(10));
    await runner.waitFor(40n, { timeoutMs: 20_000 });
    expect(await runner.health()).toMatchObject([
      { generation: 2, generations: [{}, { partitions: [{}, {}, {}] }] },
    ]);
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });
});
