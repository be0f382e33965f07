// Entry of a follower's own process. Its name is the only argument.
import { newLoad } from '../contenders/event-load';
import { answerQuestions, Opened } from '../measure/answer-questions';
import type { ContestQuestions } from '../measure/questions';
import { runSlice, type SliceTiming } from '../measure/slice';
import type { Target } from '../place/place';
import { readSettings } from '../place/settings';
import { openEmmettFollower } from './followers/emmett.follower';
import { openFloorFollower } from './followers/floor.follower';
import type { Follower, OpenFollower } from './followers/follower';
import { openThiduaFollower } from './followers/thidua.follower';

/** The log is written before anything is timed. */
export interface CatchUpOpening {
  readonly target: Target;
  readonly streamCount: number;
  readonly eventsPerStream: number;
}

export interface CatchUpJob {
  readonly into: 'nothing' | 'readModel';
}

const FOLLOWERS: Readonly<Record<string, OpenFollower>> = {
  thidua: openThiduaFollower,
  floor: openFloorFollower,
  emmett: openEmmettFollower,
};

const openNamed = FOLLOWERS[process.argv[2] ?? ''];
if (openNamed === undefined) throw new Error(`No follower is called ${String(process.argv[2])}`);

const opened = new Opened<Follower & { readonly eventCount: number }>();
let followed = 0;

async function open({ target, streamCount, eventsPerStream }: CatchUpOpening) {
  const follower = await openNamed!(target);
  await runSlice(
    { appendCount: streamCount, writers: 1, eventsPerAppend: eventsPerStream },
    (eventCount) => follower.write(newLoad(eventCount)),
  );
  await follower.pool.query('analyze');
  await follower.settled?.();
  opened.set({ ...follower, eventCount: streamCount * eventsPerStream });
  return readSettings(follower.pool);
}

async function catchUp({ into }: CatchUpJob): Promise<SliceTiming> {
  const { read, follow, eventCount } = opened.get();
  followed += 1;
  const started = performance.now();
  const found = await (into === 'nothing' ? read() : follow(`task_counts_${followed}`));
  const milliseconds = performance.now() - started;
  if (found !== eventCount) throw new Error(`It came to ${found} events, not ${eventCount}`);
  return { seconds: milliseconds / 1_000, latenciesMs: [milliseconds] };
}

answerQuestions<ContestQuestions<CatchUpJob, CatchUpOpening>>({
  open,
  slice: catchUp,
  count: () => opened.get().count(),
  close: async () => {
    await opened.get().close();
    return null;
  },
});
