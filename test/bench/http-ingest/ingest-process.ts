// Entry of the process that sends events over HTTP (`thidua`), and of the one that appends them in process (`port`).
import { countWith } from '../contenders/contender';
import { newLoad } from '../contenders/event-load';
import { openThidua } from '../contenders/thidua.contender';
import { answerQuestions, Opened } from '../measure/answer-questions';
import type { ContestQuestions } from '../measure/questions';
import { runSlice, type SliceTiming } from '../measure/slice';
import type { Target } from '../place/place';
import { readSettings, type Settings } from '../place/settings';
import { openEventClient } from './event-client';
import { progressReport, type Reported } from './progress-reports';

export interface IngestOpening {
  readonly target: Target;
  /** Where the API listens. */
  readonly url: string;
  readonly reported: Reported;
}

export interface IngestJob {
  readonly eventCount: number;
  /** Events in one request; appends in process are always of one event. */
  readonly eventsPerRequest: number;
  /** Requests under way at the same time. */
  readonly connections: number;
  /** Appends under way at the same time, in process. */
  readonly writers: number;
}

interface Sender {
  readonly settings: Settings;
  readonly run: (job: IngestJob) => Promise<SliceTiming>;
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function openPort({ target }: IngestOpening): Promise<Sender> {
  const { pool, write, close } = await openThidua(target);
  const counting = "select count(*)::int as count from es.events where type = 'DeadlineExtended'";
  return {
    settings: await readSettings(pool),
    run: ({ eventCount, writers }) =>
      runSlice({ appendCount: eventCount, writers, eventsPerAppend: 1 }, (count) =>
        write(newLoad(count)),
      ),
    count: () => countWith(pool, counting),
    close,
  };
}

async function openHttp({ target, url, reported }: IngestOpening): Promise<Sender> {
  const { pool, close } = await openThidua(target);
  const { sendOne, sendBatch, close: disconnect } = openEventClient(url);
  const counting = "select count(*)::int as count from es.events where type = 'ProgressReported'";
  const before = await countWith(pool, counting);
  let number = before;
  const next = (count: number): object[] =>
    Array.from({ length: count }, () => progressReport(number++, reported));
  return {
    settings: await readSettings(pool),
    run: ({ eventCount, eventsPerRequest, connections }) => {
      const slice = {
        ...{ appendCount: eventCount / eventsPerRequest, writers: connections },
        ...{ eventsPerAppend: eventsPerRequest },
      };
      return runSlice(slice, async (count) => {
        const events = next(count);
        await (eventsPerRequest === 1 ? sendOne(events[0] ?? {}) : sendBatch(events));
      });
    },
    count: async () => (await countWith(pool, counting)) - before,
    close: async () => {
      disconnect();
      await close();
    },
  };
}

const openNamed = process.argv[2] === 'port' ? openPort : openHttp;
const opened = new Opened<Sender>();

answerQuestions<ContestQuestions<IngestJob, IngestOpening>>({
  open: async (opening) => opened.set(await openNamed(opening)).settings,
  slice: (job) => opened.get().run(job),
  count: () => opened.get().count(),
  close: async () => {
    await opened.get().close();
    return null;
  },
});
