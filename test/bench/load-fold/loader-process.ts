// Entry of a loader's own process. Its name is the only argument.
import { answerQuestions, Opened } from '../measure/answer-questions';
import type { ContestQuestions } from '../measure/questions';
import { runSlice } from '../measure/slice';
import type { Target } from '../place/place';
import { readSettings } from '../place/settings';
import type { Loader } from './loaders/loader';
import { LOADERS } from './loaders/loaders';
import { longTaskLife } from './task-life';

/** Streams are written before anything is timed, and are then read again and again. */
export interface LoadFoldOpening {
  readonly target: Target;
  readonly streamCount: number;
  readonly eventCount: number;
}

export interface LoadFoldJob {
  readonly loadCount: number;
}

const openNamed = LOADERS[process.argv[2] ?? ''];
if (openNamed === undefined) throw new Error(`No loader is called ${String(process.argv[2])}`);

const opened = new Opened<Loader & { readonly next: () => Promise<void> }>();

async function open({ target, streamCount, eventCount }: LoadFoldOpening) {
  const loader = await openNamed!(target);
  const streams: string[] = [];
  for (let index = 0; index < streamCount; index += 1) {
    const life = longTaskLife(eventCount);
    await loader.write(life);
    streams.push(life.stream);
  }
  await loader.pool.query('analyze');
  let turn = 0;
  const next = async (): Promise<void> => {
    const stream = streams[turn % streams.length] ?? '';
    turn += 1;
    const found = await loader.load(stream);
    if (found !== eventCount) throw new Error(`${stream} has ${found} events, not ${eventCount}`);
  };
  return readSettings(opened.set({ ...loader, next }).pool);
}

answerQuestions<ContestQuestions<LoadFoldJob, LoadFoldOpening>>({
  open,
  slice: ({ loadCount }) =>
    runSlice({ appendCount: loadCount, writers: 1, eventsPerAppend: 1 }, opened.get().next),
  count: () => opened.get().count(),
  close: async () => {
    await opened.get().close();
    return null;
  },
});
