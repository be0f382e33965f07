import type { Actor } from '@thidua/kernel';
import { liveTable } from '../../query/live-table';
import { counter, describeOnDatabases, until, type EventGiven } from '../../testing';
import type { Projection } from '../projection';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, ...data },
});
const actor: Actor = {
  kind: 'person',
  id: 'operator-1',
  unitId: null,
  role: null,
  onBehalfOf: null,
};
const act = { actor, reason: 'Số liệu nhập nhầm, đã có công văn đính chính' };

describeOnDatabases('skipping on record', (at) => {
  const poison = { keys: ['bad'] };
  beforeEach(() => {
    poison.keys = ['bad'];
  });
  const started = async (policy: Projection['poison'], ...events: EventGiven[]) => {
    const runner = at.runner({ projections: [counter(policy, poison)] });
    await runner.start();
    at.log.record(...events);
    return runner;
  };
  const counts = async () => {
    const { table } = await liveTable(at.database.pool, counter());
    const { rows } = await at.database.pool.query<{ key: string; count: number }>(
      `select key, count from ${table} order by key`,
    );
    return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
  };

  it('lets a halted projection go on, with who, why and what, and a rebuild skips the same', async () => {
    const runner = await started(
      'stop',
      counted('a'),
      counted('bad', { label: 'poison', also: 'b' }),
      counted('a'),
    );
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    const first = await runner.repairs.skip('counter', { ...act, position: '2' });
    expect(first).toMatchObject({ repeated: false, retried: null });
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    expect(await counts()).toEqual({ a: 2 });
    const record = { position: '2', eventType: 'Counted', error: 'bad bad', version: 1, ...act };
    expect(await runner.repairs.skipped('counter')).toEqual([
      expect.objectContaining({ ...record, key: 'b' }),
      expect.objectContaining({ ...record, key: 'bad' }),
    ]);
    expect(await runner.health()).toMatchObject([{ condition: 'well', skippedCount: 2 }]);
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
    await runner.repairs.rebuild('counter');
    expect(await counts()).toEqual({ a: 2 });
  });

  it('answers a second request with the first record', async () => {
    const runner = await started('stop', counted('bad', { label: 'poison' }), counted('a'));
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    const first = await runner.repairs.skip('counter', { ...act, position: '1' });
    const again = await runner.repairs.skip('counter', {
      actor: { ...actor, id: 'somebody-else' },
      reason: 'other words',
      position: '1',
    });
    expect(again).toEqual({ ...first, repeated: true });
    await runner.waitFor(2n, { timeoutMs: 20_000 });
  });

  it('refuses what does not stand in the way of anything', async () => {
    const runner = await started('stop', counted('a'), counted('bad', { label: 'poison' }));
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    for (const wrong of [{ position: '1' }, { key: 'a' }, { position: '2', key: 'bad' }]) {
      await expect(runner.repairs.skip('counter', { ...act, ...wrong })).rejects.toMatchObject({
        code: 'NOTHING_TO_SKIP',
      });
    }
    await expect(runner.repairs.skip('nobody', act)).rejects.toMatchObject({
      code: 'PROJECTION_NOT_FOUND',
    });
    expect(await runner.repairs.skipped('counter')).toEqual([]);
  });

  it('of one parked event frees those that queued behind it', async () => {
    const runner = await started(
      'park-key',
      counted('bad'),
      counted('bad', { label: 'poison', also: 'a' }),
      counted('bad', { label: 'later' }),
    );
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    expect(await runner.health()).toMatchObject([{ parkedCount: 2, parkedKeyCount: 1 }]);
    await expect(
      runner.repairs.skip('counter', { ...act, key: 'bad', position: '2' }),
    ).resolves.toMatchObject({
      skipped: [{ key: 'bad', position: '2', error: 'bad bad' }],
      retried: { appliedCount: 1, leftCount: 0 },
    });
    // Another row of the same event had taken it in and keeps it.
    expect(await counts()).toEqual({ a: 1, bad: 2 });
    expect(await runner.health()).toMatchObject([{ condition: 'well', parkedCount: 0 }]);
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('of a key takes everything that is parked for it', async () => {
    const runner = await started(
      'park-key',
      counted('bad', { label: 'poison' }),
      counted('bad'),
      counted('a'),
    );
    await runner.waitFor(3n, { timeoutMs: 20_000 });
    await runner.repairs.skip('counter', { ...act, key: 'bad' });
    expect(await counts()).toEqual({ a: 1 });
    at.log.record(counted('bad'));
    await runner.waitFor(4n, { timeoutMs: 20_000 });
    expect(await counts()).toEqual({ a: 1, bad: 1 });
    expect(await runner.repairs.rebuildCheck('counter')).toMatchObject({ isEqual: true });
  });

  it('keeps a generation that took the event in from being read again', async () => {
    poison.keys = [];
    const runner = await started('park-key', counted('bad', { label: 'poison' }));
    await runner.waitFor(1n, { timeoutMs: 20_000 });
    poison.keys = ['bad'];
    await runner.repairs.rebuild('counter');
    await runner.repairs.skip('counter', { ...act, key: 'bad' });
    expect(await runner.health()).toMatchObject([
      { generations: [{ state: 'retired', missedSkip: true }, { missedSkip: false }] },
    ]);
    await expect(runner.repairs.rollBack('counter', 1)).rejects.toMatchObject({
      code: 'SKIPPED_MEANWHILE',
    });
  });

  it('skips an event as a whole when even its rows cannot be told', async () => {
    const projection: Projection = {
      ...(counter() as Projection),
      keysOf: (event) => {
        if ((event.data as { label?: string }).label === 'poison') throw new Error('no key');
        return counter().keysOf(event);
      },
    };
    const runner = at.runner({ projections: [projection] });
    await runner.start();
    at.log.record(counted('a', { label: 'poison' }), counted('a'));
    await until(async () => (await runner.health())[0]?.condition === 'halted');
    await runner.repairs.skip('counter', act);
    await runner.waitFor(2n, { timeoutMs: 20_000 });
    expect(await runner.repairs.skipped('counter')).toMatchObject([{ key: null, position: '1' }]);
    expect(await counts()).toEqual({ a: 1 });
  });
});
