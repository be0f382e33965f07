import type { Slice } from '../measure/slice';
import type { BenchOptions } from '../options';

/** One way of loading the log. Rates count events, so that single appends and batches read alike. */
export interface AppendCase extends Slice {
  readonly name: string;
}

/** Several writers finish their appends faster, so they do more of them: a case must outlast the noise of the disk. */
const MORE_WITH_MANY = 4;
const BATCH_EVENTS = 100;
const FEWER_BATCHES = 20;

export const BATCH_CASE = '100-event batches, 1 writer';

export const writersCase = (writers: number): string =>
  `single events, ${writers} writer${writers === 1 ? '' : 's'}`;

/** The cases of a run; `appendCount` is what one contender does in one repetition. */
export function appendCases({ count, writers }: BenchOptions): readonly AppendCase[] {
  const singles = [...new Set(writers)].map((writerCount) => ({
    name: writersCase(writerCount),
    writers: writerCount,
    appendCount: writerCount < 16 ? count : count * MORE_WITH_MANY,
    eventsPerAppend: 1,
  }));
  const batches = {
    name: BATCH_CASE,
    writers: 1,
    appendCount: Math.max(1, Math.round(count / FEWER_BATCHES)),
    eventsPerAppend: BATCH_EVENTS,
  };
  return [...singles, batches];
}
