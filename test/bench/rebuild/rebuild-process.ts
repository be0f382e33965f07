// Entry of the process that rebuilds. It does nothing else, so its memory is that of the rebuild.
import { openPostgresEventStore } from '@thidua/event-store';
import { ProjectionRunner, taskBoard } from '@thidua/projections';
import { openTarget } from '../contenders/open-target';
import { answerQuestions, Opened } from '../measure/answer-questions';
import type { Target } from '../place/place';
import { readSettings, type Settings } from '../place/settings';

/** Resident memory in MiB. */
export interface Memory {
  readonly before: number;
  readonly peakInFirstHalf: number;
  readonly peakInSecondHalf: number;
}

export interface Rebuilt {
  readonly seconds: number;
  /** Which generation is live now. */
  readonly generation: number;
  /** Position at which it took over, a decimal string: as many events as were folded. */
  readonly position: string;
  readonly memory: Memory;
}

export interface RebuildQuestions {
  readonly open: { readonly asks: Target; readonly answers: Settings };
  readonly rebuild: { readonly asks: null; readonly answers: Rebuilt };
  readonly close: { readonly asks: null; readonly answers: null };
}

interface Rebuilder {
  readonly runner: ProjectionRunner;
  readonly close: () => Promise<void>;
}

const SAMPLE_MS = 50;
const MIB = 1024 ** 2;

const opened = new Opened<Rebuilder>();
const memoryNow = (): number => process.memoryUsage.rss() / MIB;

async function open(target: Target): Promise<Settings> {
  const database = await openTarget(target);
  const store = await openPostgresEventStore(database);
  const runner = new ProjectionRunner({ database, store, projections: [taskBoard] });
  // The live generation is fed meanwhile, as in a running server.
  await runner.start();
  opened.set({
    runner,
    close: async () => {
      await runner.stop();
      await store.close();
      await database.close();
    },
  });
  return readSettings(database.pool);
}

async function rebuild(): Promise<Rebuilt> {
  const { repairs } = opened.get().runner;
  const before = memoryNow();
  const samples: number[] = [before];
  const sampling = setInterval(() => samples.push(memoryNow()), SAMPLE_MS);
  const started = performance.now();
  try {
    const { generation, position } = await repairs.rebuild(taskBoard.name);
    const seconds = (performance.now() - started) / 1_000;
    samples.push(memoryNow());
    return { seconds, generation, position, memory: memoryOf(before, samples) };
  } finally {
    clearInterval(sampling);
  }
}

/** Memory that grew with the events folded would be seen in the second half. */
function memoryOf(before: number, samples: readonly number[]): Memory {
  const half = Math.ceil(samples.length / 2);
  return {
    before,
    peakInFirstHalf: Math.max(...samples.slice(0, half)),
    peakInSecondHalf: Math.max(...samples.slice(half)),
  };
}

answerQuestions<RebuildQuestions>({
  open,
  rebuild,
  close: async () => {
    await opened.get().close();
    return null;
  },
});
