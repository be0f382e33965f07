import type { LogSlice } from '@thidua/event-store';
import { ReadAhead } from './read-ahead';

/** A log whose readings are counted; each slice ends ten positions on. */
function readings() {
  const asked: bigint[] = [];
  const failing = new Set<bigint>();
  const ahead = new ReadAhead((after) => {
    asked.push(after);
    if (failing.has(after)) return Promise.reject(new Error(`no answer after ${after}`));
    return Promise.resolve<LogSlice>({ events: [], next: after + 10n, head: 100n });
  });
  return { ahead, asked, failing };
}

describe('reading ahead in the log', () => {
  it('gives what is on its way, without reading it again', async () => {
    const { ahead, asked } = readings();
    ahead.read(10n);
    expect(await ahead.take(10n)).toMatchObject({ next: 20n });
    expect(asked).toEqual([10n]);
  });

  it('reads anew what was not read ahead, and what was taken already', async () => {
    const { ahead, asked } = readings();
    ahead.read(10n);
    expect(await ahead.take(30n)).toMatchObject({ next: 40n });
    expect(await ahead.take(10n)).toMatchObject({ next: 20n });
    expect(asked).toEqual([10n, 30n, 10n]);
  });

  it('tells a failure to whoever takes it, and tries again after that', async () => {
    const { ahead, failing } = readings();
    failing.add(10n);
    ahead.read(10n);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(ahead.take(10n)).rejects.toThrow('no answer after 10');
    failing.clear();
    expect(await ahead.take(10n)).toMatchObject({ next: 20n });
  });

  it('drops a failure that nobody takes', async () => {
    const { ahead, failing } = readings();
    failing.add(10n);
    ahead.read(10n);
    expect(await ahead.take(20n)).toMatchObject({ next: 30n });
    await new Promise((resolve) => setImmediate(resolve));
  });
});
