import { appendTo, eventStoreContract } from '../testing';
import { InMemoryEventStore } from './in-memory-event-store';

eventStoreContract({
  name: 'in memory',
  isLasting: false,
  positions: 'gap-free',
  open: () => {
    const store = new InMemoryEventStore();
    return Promise.resolve({ store, close: () => store.close() });
  },
});

describe('the event store in memory', () => {
  it('does not let its time run backwards when the clock is set back', async () => {
    const clock = [new Date('2026-03-02T00:00:00Z'), new Date('2026-03-01T00:00:00Z')];
    const store = new InMemoryEventStore(() => clock.shift() ?? new Date(0));
    await store.append(appendTo('paper-1'));
    await store.append(appendTo('paper-1'));
    const times = (await store.readStream('paper-1')).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(['2026-03-02T00:00:00.000Z', '2026-03-02T00:00:00.000Z']);
  });

  it('hands out copies that no caller can change the log by', async () => {
    const store = new InMemoryEventStore();
    await store.append(appendTo('paper-1', { data: { list: [1] } }));
    const [first] = await store.readStream('paper-1');
    (first?.data as { list: number[] }).list.push(2);
    expect((await store.readStream('paper-1'))[0]?.data).toEqual({ list: [1] });
  });
});
