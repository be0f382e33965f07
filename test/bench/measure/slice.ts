/** What one contender does in one turn. */
export interface Slice {
  readonly appendCount: number;
  readonly writers: number;
  readonly eventsPerAppend: number;
}

export interface SliceTiming {
  readonly seconds: number;
  /** How long each append took from asking to answer, in milliseconds. */
  readonly latenciesMs: readonly number[];
}

/** So many writers, each asking for its next append when the one before was answered. */
export async function runSlice(
  { appendCount, writers, eventsPerAppend }: Slice,
  append: (eventCount: number) => Promise<void>,
): Promise<SliceTiming> {
  const latenciesMs: number[] = [];
  let left = appendCount;
  const write = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const asked = performance.now();
      await append(eventsPerAppend);
      latenciesMs.push(performance.now() - asked);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  return { seconds: (performance.now() - started) / 1_000, latenciesMs };
}
