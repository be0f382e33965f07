import type { RecordedEvent } from '@thidua/kernel';
import { InMemoryEventStore } from './in-memory/in-memory-event-store';
import { appendTo, eventStoreContract } from './testing';
import { upcastingStore } from './upcasting-store';

eventStoreContract({
  name: 'in memory, read through upcasters',
  isLasting: false,
  positions: 'gap-free',
  open: () => {
    const store = upcastingStore(new InMemoryEventStore(), (event) => event);
    return Promise.resolve({ store, close: () => store.close() });
  },
});

describe('a log read through upcasters', () => {
  it('shows today’s form to readers of a stream and of the whole log, and keeps what was stored', async () => {
    const stored = new InMemoryEventStore();
    const upcast = (event: RecordedEvent): RecordedEvent => ({ ...event, schemaVersion: 2 });
    const store = upcastingStore(stored, upcast);
    await store.append(appendTo('paper-1'));
    const [inStream] = await store.readStream('paper-1');
    const { events } = await store.readAll({ after: 0n, maxCount: 10 });
    expect([inStream?.schemaVersion, events[0]?.schemaVersion]).toEqual([2, 2]);
    expect((await stored.readStream('paper-1'))[0]?.schemaVersion).toBe(1);
  });
});
