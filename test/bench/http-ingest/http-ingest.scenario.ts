import { judgeRatios, type Bar } from '../comparison/bars';
import type { Case } from '../comparison/case';
import { comparisonMarkdown } from '../comparison/comparison-markdown';
import { runContest } from '../comparison/contest';
import { requireCount } from '../comparison/measure';
import { participantsAt } from '../comparison/participants';
import { withChildren } from '../measure/contender-child';
import type { OfficeQuestions } from '../office/office-questions';
import { repsOf, sizeOf, type BenchOptions } from '../options';
import { withPlace } from '../place/open-place';
import type { Place, Target } from '../place/place';
import { wholeText } from '../report/markdown-table';
import { runProcess } from '../../processes/run-process';
import type { BenchContext, Scenario, ScenarioOutcome } from '../scenario';
import { openEventClient } from './event-client';
import type { IngestJob, IngestOpening } from './ingest-process';
import { progressReport, tasksForReports, type Reported } from './progress-reports';

const OFFICE = require.resolve('../office/office-process');
const ENTRY = require.resolve('./ingest-process');
const SIZE = { full: 4_000, quick: 200 };
const YEAR = 2025;
const BATCH = 100;
const SLICES = 4;
const ONE = 'one event a request, 16 connections';
const BATCHED = `batches of ${BATCH}, 4 connections`;
const BARS: readonly Bar[] = [{ case: BATCHED, to: 'port', limit: { atLeast: 0.3 } }];
const NO_SERVER =
  'the API and the appends beside it are two processes, which need a PostgreSQL server';
const WORDS = {
  names: { thidua: 'Thi Đua over HTTP', port: 'appends in process' },
  ratioTitle: 'Thi Đua over HTTP over the other, events per second',
  rateTitle: 'Events per second',
  latencyTitle: 'p99 of a request or append, ms',
};

export const httpIngestScenario: Scenario = {
  title: 'http-ingest: events that other systems send',
  run: (options, context) =>
    withPlace(context, async (place) => {
      const target = place.targetOf('thidua');
      return target.kind === 'postgres'
        ? measureAt(place, target.url, { options, context })
        : leftOut();
    }),
};

function leftOut(): ScenarioOutcome {
  const judging = { unfit: NO_SERVER, names: WORDS.names, leftOut: {} };
  return {
    document: { scenario: 'http-ingest', leftOut: NO_SERVER },
    markdown: `Not measured: ${NO_SERVER}.`,
    bars: judgeRatios(BARS, [], judging),
  };
}

interface Asked {
  readonly options: BenchOptions;
  readonly context: BenchContext;
}

async function measureAt(
  place: Place,
  databaseUrl: string,
  asked: Asked,
): Promise<ScenarioOutcome> {
  const { options, context } = asked;
  const reps = repsOf(options);
  const count = Math.max(BATCH, Math.round(sizeOf(options, SIZE) / BATCH) * BATCH);
  const target = place.targetOf('thidua');
  const cases = [ingestCase(ONE, count, [1, 16]), ingestCase(BATCHED, count, [BATCH, 4])];
  const reportCount = cases.length * count * (reps + 1) + 1;
  const reported = { year: YEAR, taskCount: tasksForReports(reportCount) };
  await assignTasks(target, reported);
  context.buildApps();
  const api = await runProcess('api/src/main.js', {
    ...{ DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'production' },
  });
  try {
    const refused = await refusalOfBatches(api.url, reported);
    const taken = refused === null ? cases : cases.filter(({ name }) => name !== BATCHED);
    const participants = participantsAt(['thidua', 'port'], place, context);
    const outcome = await runContest<IngestJob, IngestOpening>(
      place,
      {
        ...{ entry: ENTRY, participants, options },
        cases: taken,
        inspect: (rivals) => requireCount(rivals, taken.length * count * (reps + 1)),
        openingFor: () => ({ target, url: api.url, reported }),
      },
      context,
    );
    const bars = judgeRatios(BARS, outcome.results, {
      unfit: outcome.unfit ?? (refused === null ? null : `the API refused a batch (${refused})`),
      ...{ names: WORDS.names, leftOut: {} },
    });
    const size = `${reps} repetitions of ${wholeText(count)} events a case, ${wholeText(reported.taskCount)} tasks`;
    const facts: [string, string][] = [['Size', size]];
    const introduction = introductionFor(reps, refused);
    const markdown = comparisonMarkdown({ ...outcome, ...WORDS, introduction, bars, facts });
    return { document: { scenario: 'http-ingest', ...outcome, bars, count, reps }, markdown, bars };
  } finally {
    await api.stop();
  }
}

/** The tasks that the events are about, assigned and begun. */
const assignTasks = (target: Target, { year, taskCount }: Reported): Promise<void> =>
  withChildren(async (start) => {
    const office = start<OfficeQuestions>('office', OFFICE);
    await office.ask('open', { target, background: false });
    await office.ask('fill', { year, taskCount, until: 'begun' });
    await office.ask('close', null);
  });

/** Why the API takes no batch; null when it does. */
async function refusalOfBatches(url: string, reported: Reported): Promise<string | null> {
  const { sendBatch, close } = openEventClient(url);
  try {
    await sendBatch([progressReport(0, reported)]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    close();
  }
}

const ingestCase = (
  name: string,
  eventCount: number,
  [eventsPerRequest, connections]: readonly [number, number],
): Case<IngestJob> => ({
  ...{ name, amount: eventCount / eventsPerRequest, sliceCount: SLICES },
  ...{ eventsPerUnit: eventsPerRequest, ratioOf: 'rate' },
  jobOf: (requestCount) => ({
    eventCount: requestCount * eventsPerRequest,
    ...{ eventsPerRequest, connections, writers: eventsPerRequest === 1 ? connections : 64 },
  }),
});

const introductionFor = (reps: number, refused: string | null): string =>
  [
    'The API process, built as it is delivered, takes CloudEvents over loopback; a client process of its own sends monthly',
    'reports on tasks, each about another task. Every event goes the whole way of a command: parsed and validated, its first',
    'answer looked up, the task read and folded, the rules asked, the event appended. The API keeps the states of the tasks',
    'it decided about last and reads on from them; all tasks of this run have room there, so that a task is read from its',
    'start only once. The read models are fed by another process in this profile and stand still here. Beside it a process',
    'appends single events of about the same size through the port, without any of that, with as many writers as there are',
    `connections (64 beside the batches). Figures are the median (min..max) over repetitions (${reps} of them).`,
    ...(refused === null
      ? []
      : [`Batches were not measured, because the API refused one: ${refused}.`]),
  ].join('\n');
