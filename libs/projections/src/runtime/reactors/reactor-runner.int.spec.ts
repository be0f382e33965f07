import type { RecordedEvent } from '@thidua/kernel';
import { describeOnDatabases, until, type EventGiven } from '../../testing';
import type { Reactor } from './reactor';

const asked = (n: number): EventGiven => ({ type: 'Asked', data: { n } });
const numberOf = ({ data }: RecordedEvent): number => (data as { n: number }).n;

/** A reactor that notes what it was handed and fails on chosen numbers. */
function noting(name = 'noting') {
  const seen: number[] = [];
  const failing = new Set<number>();
  const reactor: Reactor = {
    name,
    types: ['Asked'],
    handle: (event) => {
      if (failing.has(numberOf(event))) return Promise.reject(new Error('service away'));
      seen.push(numberOf(event));
      return Promise.resolve();
    },
  };
  return { seen, failing, reactor };
}

describeOnDatabases('a reactor', (at) => {
  it('is handed every event of its types in order', async () => {
    const { seen, reactor } = noting();
    at.log.record(asked(1), { type: 'Other', data: {} }, asked(2));
    const runner = at.runner({ reactors: [reactor] });
    await runner.start();
    at.log.record(asked(3));
    await expect(runner.waitFor(4n, { timeoutMs: 20_000, names: ['noting'] })).resolves.toEqual({
      reached: true,
      behind: [],
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('stands at an event that fails, says so, and goes on from it once it succeeds', async () => {
    const { seen, failing, reactor } = noting();
    failing.add(2);
    const events = at.log.record(asked(1), asked(2), asked(3));
    const runner = at.runner({ reactors: [reactor] });
    await runner.start();
    await until(async () => ((await runner.reactorHealth())[0]?.error?.tries ?? 0) >= 2);
    expect(await runner.reactorHealth()).toMatchObject([
      {
        name: 'noting',
        position: '1',
        lag: '2',
        condition: 'troubled',
        error: { eventId: events[1]?.id, position: '2', message: 'service away' },
      },
    ]);
    expect(seen).toEqual([1]);
    failing.clear();
    await expect(runner.waitFor(3n, { timeoutMs: 20_000 })).resolves.toMatchObject({
      reached: true,
    });
    expect(seen).toEqual([1, 2, 3]);
    expect(await runner.reactorHealth()).toMatchObject([{ error: null, condition: 'well' }]);
  });

  it('goes on from its checkpoint after a restart', async () => {
    const { seen, reactor } = noting();
    at.log.record(asked(1));
    const first = at.runner({ reactors: [reactor] });
    await first.start();
    await first.waitFor(1n, { timeoutMs: 20_000 });
    await first.stop();
    at.log.record(asked(2));
    const second = at.runner({ reactors: [reactor] });
    await second.start();
    await second.waitFor(2n, { timeoutMs: 20_000 });
    expect(seen).toEqual([1, 2]);
  });

  it('can begin at the head, and then leaves history alone', async () => {
    const { seen, reactor } = noting();
    at.log.record(asked(1), asked(2));
    const runner = at.runner({ reactors: [{ ...reactor, startAfter: 'head' }] });
    await runner.start();
    at.log.record(asked(3));
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    expect(seen).toEqual([3]);
  });

  it('does not hold up another one by failing', async () => {
    const [bad, good] = [noting('bad'), noting('good')];
    bad.failing.add(1);
    at.log.record(asked(1), asked(2));
    const runner = at.runner({ reactors: [bad.reactor, good.reactor] });
    await runner.start();
    await runner.waitFor(2n, { timeoutMs: 20_000, names: ['good'] });
    expect(good.seen).toEqual([1, 2]);
    await expect(runner.waitFor(2n, { timeoutMs: 60 })).resolves.toEqual({
      reached: false,
      behind: ['bad'],
    });
  });

  it('is handed every event at least once with two runners, and the checkpoint ends at the head', async () => {
    const { seen, reactor } = noting();
    const runners = [at.runner({ reactors: [reactor] }), at.runner({ reactors: [reactor] })];
    await Promise.all(runners.map((runner) => runner.start()));
    for (let n = 1; n <= 40; n += 1) at.log.record(asked(n));
    for (const runner of runners) await runner.waitFor(40n, { timeoutMs: 20_000 });
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('finishes the event in flight before stop returns', async () => {
    let finish: () => void = () => undefined;
    const done: string[] = [];
    const reactor: Reactor = {
      name: 'slow',
      types: ['Asked'],
      handle: async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
          done.push('begun');
        });
        done.push('handled');
      },
    };
    at.log.record(asked(1));
    const runner = at.runner({ reactors: [reactor] });
    await runner.start();
    await until(() => done.length > 0);
    const stopping = runner.stop().then(() => done.push('stopped'));
    setTimeout(() => {
      finish();
    }, 20);
    await stopping;
    expect(done).toEqual(['begun', 'handled', 'stopped']);
    expect(await runner.reactorHealth()).toMatchObject([{ position: '1' }]);
  });
});
