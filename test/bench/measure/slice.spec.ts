import { runSlice } from './slice';

describe('a slice', () => {
  it('asks for exactly its appends, never for more at once than it has writers', async () => {
    let running = 0;
    let most = 0;
    const sizes: number[] = [];
    const { latenciesMs } = await runSlice(
      { appendCount: 10, writers: 3, eventsPerAppend: 7 },
      async (eventCount) => {
        sizes.push(eventCount);
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
      },
    );
    expect(sizes).toEqual(Array.from({ length: 10 }, () => 7));
    expect(latenciesMs).toHaveLength(10);
    expect(most).toBe(3);
  });

  it('fails when an append fails', async () => {
    const broken = runSlice({ appendCount: 2, writers: 1, eventsPerAppend: 1 }, () =>
      Promise.reject(new Error('refused')),
    );
    await expect(broken).rejects.toThrow('refused');
  });
});
