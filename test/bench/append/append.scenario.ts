import { judgeRatios } from '../comparison/bars';
import { comparisonMarkdown } from '../comparison/comparison-markdown';
import { runContest } from '../comparison/contest';
import { requireCount } from '../comparison/measure';
import { NAMES, participantsAt } from '../comparison/participants';
import { POOL_SIZE } from '../contenders/contender';
import { loadSize } from '../contenders/event-load';
import type { Slice } from '../measure/slice';
import { repsOf, sizeOf } from '../options';
import { withPlace } from '../place/open-place';
import type { Place, Target } from '../place/place';
import type { Scenario } from '../scenario';
import { APPEND_BARS } from './append-bars';
import { appendCases } from './append-cases';

const ENTRY = require.resolve('./contender-process');
const SIZE = { full: 2_000, quick: 40 };
const WANTED = ['thidua', 'floor', 'emmett', 'act', 'kurrentdb'];
const WORDS = {
  names: { ...NAMES, floor: 'INSERT floor' },
  ratioTitle: 'Thi Đua over the other, events per second; above 1 is faster',
  rateTitle: 'Events per second',
  latencyTitle: 'p99 of an append, ms',
};

export const appendScenario: Scenario = {
  title: 'append: writing to the log',
  run: (options, context) =>
    withPlace(context, async (place) => {
      const [count, reps] = [sizeOf(options, SIZE), repsOf(options)];
      const cases = appendCases(count, options.writers);
      const participants = participantsAt(WANTED, place, context);
      const written = cases.reduce((sum, one) => sum + one.amount * one.eventsPerUnit, 0);
      const outcome = await runContest<Slice, Target>(
        place,
        {
          ...{ entry: ENTRY, cases, participants, options },
          openingFor: (name) => place.targetOf(name),
          inspect: (rivals) => requireCount(rivals, written * (reps + 1)),
        },
        context,
      );
      const bars = judgeRatios(APPEND_BARS, outcome.results, {
        unfit: outcome.unfit,
        names: WORDS.names,
        leftOut: participants.leftOut,
      });
      const { dataBytes, metadataBytes } = loadSize();
      const facts: [string, string][] = [
        ['Event', `${dataBytes} bytes of data and ${metadataBytes} of metadata, as JSON`],
        ['Size', `${reps} repetitions, ${count} appends of one writer in each`],
      ];
      const introduction = introductionFor(place, reps);
      const markdown = comparisonMarkdown({ ...outcome, ...WORDS, introduction, bars, facts });
      return { document: { scenario: 'append', ...outcome, bars, count, reps }, markdown, bars };
    }),
};

const SESSIONS = {
  postgres: `a pool of ${POOL_SIZE}`,
  pglite: 'the one session of the engine',
} as const;

const introductionFor = ({ kind }: Place, reps: number): string =>
  [
    'Every append goes to a stream of its own and is durable when it is counted. Thi Đua is measured through its own port,',
    'with expected revision, command id, fingerprint and metadata. The INSERT floor is the least that stores events at all:',
    `one prepared INSERT (batches: one UNNEST insert) in one round trip through ${SESSIONS[kind]}, into a table with`,
    'a primary key and a unique (stream, revision), without any of the checks. Emmett appends through its event store and',
    'Act through its PostgreSQL store, both as released, with their defaults and a stream that must not exist yet; neither',
    'remembers commands. Thi Đua on KurrentDB is the same port with the log on that server. Each contender runs in its own',
    'process; they take turns in slices after a warm-up that is thrown away. Figures are the median (min..max) over',
    `repetitions (${reps} of them), and a ratio compares two rates of the same repetition.`,
  ].join('\n');
