import type { Case } from '../comparison/case';
import type { Slice } from '../measure/slice';

/** Several writers finish their appends faster, so they do more of them: a case must outlast the noise of the disk. */
const MORE_WITH_MANY = 4;
const BATCH_EVENTS = 100;
const FEWER_BATCHES = 20;
const SLICES = 5;

export const BATCH_CASE = '100-event batches, 1 writer';

export const writersCase = (writers: number): string =>
  `single events, ${writers} writer${writers === 1 ? '' : 's'}`;

const appendCase = (
  name: string,
  { writers, appendCount, eventsPerAppend }: Slice,
): Case<Slice> => ({
  name,
  amount: appendCount,
  sliceCount: SLICES,
  // Rates count events, so that single appends and batches read alike.
  eventsPerUnit: eventsPerAppend,
  ratioOf: 'rate',
  jobOf: (amount) => ({ appendCount: amount, writers, eventsPerAppend }),
});

/** The cases of a run; `count` is what a single writer appends in one repetition. */
export function appendCases(count: number, writers: readonly number[]): readonly Case<Slice>[] {
  const singles = [...new Set(writers)].map((writerCount) =>
    appendCase(writersCase(writerCount), {
      writers: writerCount,
      appendCount: writerCount < 16 ? count : count * MORE_WITH_MANY,
      eventsPerAppend: 1,
    }),
  );
  const batches = appendCase(BATCH_CASE, {
    writers: 1,
    appendCount: Math.max(1, Math.round(count / FEWER_BATCHES)),
    eventsPerAppend: BATCH_EVENTS,
  });
  return [...singles, batches];
}
