import { randomUUID } from 'node:crypto';
import type { EventStore } from '../event-store';
import { appendTo } from './event-builders';

const LONG_MS = 30_000;

const hasSettled = async (promise: Promise<void>): Promise<boolean> => {
  let settled = false;
  void promise.then(() => (settled = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return settled;
};

/** Sleeping until there is something to read. */
export function wakeContract(store: () => EventStore): void {
  it('wakes a sleeper when the log has grown, and not before', async () => {
    const head = await store().head();
    const sleeper = store().wake(head, { timeoutMs: LONG_MS });
    expect(await hasSettled(sleeper)).toBe(false);
    await store().append(appendTo(`wake-${randomUUID()}`));
    await sleeper;
    expect(await store().head()).toBeGreaterThan(head);
  });

  it('does not let anyone sleep who is already behind', async () => {
    const head = await store().head();
    await store().append(appendTo(`behind-${randomUUID()}`));
    await store().wake(head, { timeoutMs: LONG_MS });
  });

  it('wakes a sleeper at the timeout and on abort', async () => {
    const head = await store().head();
    await store().wake(head, { timeoutMs: 10 });
    const abort = new AbortController();
    const sleeper = store().wake(head, { timeoutMs: LONG_MS, signal: abort.signal });
    expect(await hasSettled(sleeper)).toBe(false);
    abort.abort();
    await sleeper;
    await store().wake(head, { timeoutMs: LONG_MS, signal: abort.signal });
  });
}
