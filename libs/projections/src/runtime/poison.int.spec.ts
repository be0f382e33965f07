import { counter, describeOnDatabases, type EventGiven, until, type Poison } from '../testing';
import type { Projection } from './projection';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, ...data },
});
const TOO_LARGE = 3_000_000_000;

describeOnDatabases('a poisonous event', (at) => {
  const build = (policy: Projection['poison'], poison: Poison = { keys: ['bad'] }) => ({
    poison,
    projection: counter(policy, poison) as Projection,
    other: { ...(counter() as Projection), name: 'other' },
  });

  const counts = async (table = 'counter__v1') => {
    const { rows } = await at.database.pool.query<{ key: string; count: number }>(
      `select key, count from read.${table} order by key`,
    );
    return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
  };

  it('under `stop` halts its projection before the event, and no other one', async () => {
    const { projection, other } = build('stop');
    const runner = at.runner({ projections: [projection, other] });
    await runner.start();
    const events = at.log.record(counted('a'), counted('bad', { label: 'poison' }), counted('a'));
    await expect(
      runner.waitFor(3n, { timeoutMs: 20_000, names: ['other'] }),
    ).resolves.toMatchObject({ reached: true });
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    expect(await runner.health()).toMatchObject([
      {
        name: 'counter',
        condition: 'halted',
        position: '1',
        error: { eventId: events[1]?.id, eventType: 'Counted', position: '2', message: 'bad bad' },
      },
      { name: 'other', condition: 'well', position: '3' },
    ]);
    expect(await counts()).toEqual({ a: 1 });
    expect(await counts('other__v1')).toEqual({ a: 2, bad: 1 });
  });

  it('lets a halted projection go on once it is mended and resumed', async () => {
    const { projection, poison } = build('stop');
    const runner = at.runner({ projections: [projection] });
    await runner.start();
    at.log.record(counted('a'), counted('bad', { label: 'poison' }), counted('a'));
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    poison.keys = [];
    await expect(runner.waitFor(3n, { timeoutMs: 150 })).resolves.toMatchObject({ reached: false });
    await runner.repairs.resume('counter');
    await expect(runner.waitFor(3n, { timeoutMs: 20_000 })).resolves.toMatchObject({
      reached: true,
    });
    expect(await counts()).toEqual({ a: 2, bad: 1 });
  });

  it('under `park-key` sets its key aside with all later events of it, and other keys go on', async () => {
    const { projection, poison } = build('park-key');
    at.log.record(
      counted('bad'),
      counted('bad', { label: 'poison' }),
      counted('a'),
      counted('bad', { also: 'a' }),
      counted('bad', { label: 'last' }),
    );
    const runner = at.runner({ projections: [projection], options: { batchSize: 3 } });
    await runner.start();
    await runner.waitFor(5n, { timeoutMs: 20_000 });
    expect(await counts()).toEqual({ a: 2, bad: 1 });
    expect(await runner.health()).toMatchObject([{ condition: 'parked', parkedCount: 3 }]);
    expect(await runner.repairs.parked('counter')).toMatchObject([
      { key: 'bad', position: '2', error: 'bad bad', tries: 1 },
      { key: 'bad', position: '4', error: null, tries: 0 },
      { key: 'bad', position: '5', error: null, tries: 0 },
    ]);

    await expect(runner.repairs.retryParked('counter', 'bad')).resolves.toEqual({
      appliedCount: 0,
      leftCount: 3,
      error: 'bad bad',
    });
    expect(await runner.repairs.parked('counter')).toMatchObject([
      { tries: 2 },
      { tries: 0 },
      { tries: 0 },
    ]);

    poison.keys = [];
    await expect(runner.repairs.retryParked('counter', 'bad')).resolves.toEqual({
      appliedCount: 3,
      leftCount: 0,
      error: null,
    });
    expect(await counts()).toEqual({ a: 2, bad: 4 });
    const { rows } = await at.database.pool.query<object>(
      `select labels from read.counter__v1 where key = 'bad'`,
    );
    expect(rows).toEqual([{ labels: ['poison', 'last'] }]);
    at.log.record(counted('bad'));
    await runner.waitFor(6n, { timeoutMs: 20_000 });
    expect(await counts()).toEqual({ a: 2, bad: 5 });
    expect(await runner.health()).toMatchObject([{ condition: 'well', parkedCount: 0 }]);
  });

  it('is found by halving when only the database refuses it, and parked', async () => {
    const { projection } = build('park-key');
    at.log.record(
      ...['a', 'b', 'c', 'd'].map((key) => counted(key)),
      counted('huge', { add: TOO_LARGE }),
      ...['a', 'b', 'c', 'd'].map((key) => counted(key)),
    );
    const runner = at.runner({ projections: [projection] });
    await runner.start();
    await expect(runner.waitFor(9n, { timeoutMs: 20_000 })).resolves.toMatchObject({
      reached: true,
    });
    expect(await counts()).toEqual({ a: 2, b: 2, c: 2, d: 2 });
    expect(await runner.repairs.parked('counter')).toMatchObject([
      { key: 'huge', position: '5', error: expect.stringContaining('out of range') as string },
    ]);
    await expect(runner.repairs.retryParked('counter', 'huge')).resolves.toMatchObject({
      appliedCount: 0,
      leftCount: 1,
      error: expect.stringContaining('out of range') as string,
    });
    expect(await runner.repairs.parked('counter')).toMatchObject([{ tries: 2 }]);
  });

  it('halts a projection under `stop` when only the database refuses it', async () => {
    const { projection } = build('stop');
    at.log.record(counted('a'), counted('b'), counted('huge', { add: TOO_LARGE }), counted('a'));
    const runner = at.runner({ projections: [projection] });
    await runner.start();
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    expect(await runner.health()).toMatchObject([{ position: '2', error: { position: '3' } }]);
    expect(await counts()).toEqual({ a: 1, b: 1 });
  });

  it('is never seen in a database that is away: the projector waits and goes on', async () => {
    const { projection } = build('stop');
    const runner = at.runner({ projections: [projection] });
    await runner.start();
    await at.database.pool.query('alter table read.counter__v1 rename to hidden');
    at.log.record(counted('a'));
    await until(async () => (await runner.health())[0]?.condition === 'troubled');
    expect(await runner.health()).toMatchObject([{ error: null, position: '0' }]);
    await at.database.pool.query('alter table read.hidden rename to counter__v1');
    await expect(runner.waitFor(1n, { timeoutMs: 20_000 })).resolves.toMatchObject({
      reached: true,
    });
    expect(await counts()).toEqual({ a: 1 });
  });
});
