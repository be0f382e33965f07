import { counter, describeOnDatabases, until, type EventGiven } from '../../testing';
import type { LeaseBook } from './sql-leases';

const counted = (index: number): EventGiven => ({
  type: 'Counted',
  data: { key: `k${index % 5}`, add: 1 },
});
const many = (count: number) => Array.from({ length: count }, (_, index) => counted(index));

/** Says yes to everybody. */
const lying: LeaseBook = {
  take: (names) => Promise.resolve(new Set(names)),
  release: () => Promise.resolve(),
};

describeOnDatabases('a lease', (at) => {
  const projections = [counter()];
  const ownerOf = async () => {
    const { rows } = await at.database.pool.query<{ owner: string }>(
      `select owner from read.leases where name = 'projection:counter:v1:g1:p0'`,
    );
    return rows[0]?.owner ?? null;
  };

  it('lets one runner feed and the other stand by, until the first gives it back', async () => {
    const moves: string[] = [];
    const runner = (owner: string) =>
      at.runner({ projections, owner, onBatch: () => moves.push(owner) });
    const [first, second] = [runner('first'), runner('second')];
    await first.start();
    at.log.record(...many(3));
    await first.waitFor(3n, { timeoutMs: 20_000 });
    await second.start();
    at.log.record(...many(30));
    await second.waitFor(33n, { timeoutMs: 20_000 });
    expect(new Set(moves)).toEqual(new Set(['first']));
    expect(await second.health()).toMatchObject([{ leaseOwner: 'first', condition: 'well' }]);
    await first.stop();
    expect(await ownerOf()).not.toBe('first');
    at.log.record(...many(2));
    await second.waitFor(35n, { timeoutMs: 20_000 });
    expect(moves.at(-1)).toBe('second');
    expect(await second.health()).toMatchObject([{ leaseOwner: 'second' }]);
  });

  it('of a dead runner is taken over when it has run out, by the clock of the database', async () => {
    const runner = at.runner({ projections, owner: 'heir' });
    await runner.prepare();
    at.log.record(...many(3));
    await at.database.pool.query(
      `insert into read.leases
         values ('projection:counter:v1:g1:p0', 'dead', clock_timestamp() + interval '700 ms')`,
    );
    await runner.start();
    expect(await runner.health()).toMatchObject([{ leaseOwner: 'dead', position: '0' }]);
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    const { rows } = await at.database.pool.query(
      `select owner from read.leases where until > clock_timestamp()`,
    );
    expect(rows).toEqual([{ owner: 'heir' }]);
  });

  it('is renewed while it is needed', async () => {
    const runner = at.runner({ projections, owner: 'steady', options: { leaseMs: 80 } });
    const other = at.runner({ projections, owner: 'other', options: { leaseMs: 80 } });
    await runner.start();
    await until(async () => (await ownerOf()) === 'steady');
    await other.start();
    const untilOf = async () => {
      const { rows } = await at.database.pool.query<{ until: string }>(
        'select until::text from read.leases',
      );
      return rows[0]?.until;
    };
    const before = await untilOf();
    await until(async () => (await untilOf()) !== before);
    expect(await ownerOf()).toBe('steady');
  });

  it('that lies costs work and nothing else: every event is folded once', async () => {
    const written: bigint[] = [];
    const runners = ['one', 'two', 'three'].map((owner) =>
      at.runner({
        ...{ projections, owner, leases: lying },
        onBatch: ({ events }) => written.push(...events.map(({ position }) => position)),
      }),
    );
    await Promise.all(runners.map((runner) => runner.start()));
    for (let round = 0; round < 20; round += 1) {
      at.log.record(...many(15));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(runners.map((runner) => runner.waitFor(300n, { timeoutMs: 20_000 })));
    const { rows } = await at.database.pool.query<object>(
      `select sum(count)::int as count, sum(jsonb_array_length(seen->'ids'))::int as seen
         from read.counter__v1`,
    );
    expect(rows).toEqual([{ count: 300, seen: 300 }]);
    // A writer that came second was rolled back, so no event was ever written by two.
    expect(written).toHaveLength(300);
    expect(new Set(written).size).toBe(300);
  });

  it('is held for a reactor too, so that an event is handed over once while all is well', async () => {
    const handled: string[] = [];
    const runners = ['one', 'two'].map((owner) =>
      at.runner({
        owner,
        reactors: [
          {
            name: 'noting',
            types: ['Counted'],
            handle: (event) => {
              handled.push(`${owner} ${event.position}`);
              return Promise.resolve();
            },
          },
        ],
      }),
    );
    for (const runner of runners) await runner.start();
    at.log.record(...many(12));
    for (const runner of runners) await runner.waitFor(12n, { timeoutMs: 20_000 });
    expect(handled).toHaveLength(12);
    expect(new Set(handled.map((each) => each.split(' ')[0])).size).toBe(1);
    expect(await runners[0]?.reactorHealth()).toMatchObject([
      { leaseOwner: handled[0]?.split(' ')[0] },
    ]);
  });
});
