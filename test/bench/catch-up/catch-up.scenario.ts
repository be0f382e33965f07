import { judgeRatios, type Bar } from '../comparison/bars';
import type { Case } from '../comparison/case';
import { comparisonMarkdown } from '../comparison/comparison-markdown';
import { runContest } from '../comparison/contest';
import { NAMES, participantsAt } from '../comparison/participants';
import { repsOf, sizeOf } from '../options';
import { withPlace } from '../place/open-place';
import { wholeText } from '../report/markdown-table';
import type { Scenario } from '../scenario';
import type { CatchUpJob, CatchUpOpening } from './follower-process';
import { BATCH } from './followers/follower';

const ENTRY = require.resolve('./follower-process');
const SIZE = { full: 50_000, quick: 1_000 };
const EVENTS_PER_STREAM = 100;
const READ = 'reading alone';
const FOLLOW = 'into a keyed read model';
const BARS: readonly Bar[] = [
  { case: FOLLOW, to: 'floor', limit: { atLeast: 0.5 } },
  { case: FOLLOW, to: 'emmett', limit: { atLeast: 20 } },
];
const WORDS = {
  names: { ...NAMES, floor: 'bare ordered read' },
  ratioTitle: 'Thi Đua over the other, events per second; above 1 is faster',
  rateTitle: 'Events per second',
  latencyTitle: null,
};

export const catchUpScenario: Scenario = {
  title: 'catch-up: from the beginning of the log to its head',
  run: (options, context) =>
    withPlace(context, async (place) => {
      const reps = repsOf(options);
      const streamCount = Math.max(1, Math.round(sizeOf(options, SIZE) / EVENTS_PER_STREAM));
      const count = streamCount * EVENTS_PER_STREAM;
      const participants = participantsAt(['thidua', 'floor', 'emmett'], place, context);
      const outcome = await runContest<CatchUpJob, CatchUpOpening>(
        place,
        {
          cases: [caseOf(READ, 'nothing', count), caseOf(FOLLOW, 'readModel', count)],
          ...{ entry: ENTRY, participants, options },
          openingFor: (name) => ({
            ...{ target: place.targetOf(name), streamCount, eventsPerStream: EVENTS_PER_STREAM },
          }),
        },
        context,
      );
      const bars = judgeRatios(BARS, outcome.results, {
        ...{ unfit: outcome.unfit, names: WORDS.names, leftOut: participants.leftOut },
      });
      const log = `${wholeText(count)} events in ${wholeText(streamCount)} streams`;
      const facts: [string, string][] = [['Size', `${reps} repetitions over ${log}`]];
      const introduction = introductionFor(reps);
      const markdown = comparisonMarkdown({ ...outcome, ...WORDS, introduction, bars, facts });
      return { document: { scenario: 'catch-up', ...outcome, bars, count, reps }, markdown, bars };
    }),
};

/** A log is followed in one go: a part of it would be timed with its start. */
const caseOf = (name: string, into: CatchUpJob['into'], amount: number): Case<CatchUpJob> => ({
  ...{ name, amount, sliceCount: 1, eventsPerUnit: 1, ratioOf: 'rate' },
  jobOf: () => ({ into }),
});

const introductionFor = (reps: number): string =>
  [
    'A log that was written before is followed from its first event to its last, in each repetition into a new read model',
    'that counts the events of each stream. Thi Đua reads its log through the port, and follows it with its own runner: rows',
    'and checkpoint in one transaction, a lease, the making of the table included. Emmett uses its own consumer, a reactor',
    'that does nothing for reading and a Pongo projection for the read model, with batches as large as those of the others',
    'and no wait between them instead of its defaults, which cap it. Its pages are ordered by transaction and continued by',
    'position, so after concurrent writers it would see events twice or not at all; one writer wrote the log for everyone.',
    'The floor is a bare ordered read, page by page, and is the same in both cases: it keeps no read model and no checkpoint.',
    `Everyone takes ${wholeText(BATCH)} events at a time and must have come to all of them in the end, each counted once. Figures are the`,
    `median (min..max) over repetitions (${reps} of them). Act is not measured: its reactions take leases stream by stream,`,
    'which is another job.',
  ].join('\n');
