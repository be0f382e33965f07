import { judgeRatios, type Bar } from '../comparison/bars';
import type { Case } from '../comparison/case';
import { comparisonMarkdown } from '../comparison/comparison-markdown';
import { runContest } from '../comparison/contest';
import { NAMES, participantsAt } from '../comparison/participants';
import { repsOf, sizeOf } from '../options';
import { withPlace } from '../place/open-place';
import type { Scenario } from '../scenario';
import type { LoadFoldJob, LoadFoldOpening } from './loader-process';

const ENTRY = require.resolve('./loader-process');
const SIZE = { full: 2_000, quick: 50 };
const EVENTS = 100;
const STREAMS = 20;
const SLICES = 5;
const CASE = `a stream of ${EVENTS} events`;
const BARS: readonly Bar[] = [{ case: CASE, to: 'floor', limit: { atMost: 1.3 } }];
const WORDS = {
  names: { ...NAMES, floor: 'ordered select' },
  ratioTitle: 'time of Thi Đua over the other; below 1 is faster',
  rateTitle: 'Events per second',
  latencyTitle: 'p99 of a load, ms',
};

export const loadFoldScenario: Scenario = {
  title: 'load-fold: a stream brought back as a state',
  run: (options, context) =>
    withPlace(context, async (place) => {
      const [count, reps] = [sizeOf(options, SIZE), repsOf(options)];
      const one: Case<LoadFoldJob> = {
        ...{ name: CASE, amount: count, sliceCount: SLICES },
        ...{ eventsPerUnit: EVENTS, ratioOf: 'time' },
        jobOf: (loadCount) => ({ loadCount }),
      };
      const participants = participantsAt(['thidua', 'floor', 'emmett', 'act'], place, context);
      const outcome = await runContest<LoadFoldJob, LoadFoldOpening>(
        place,
        {
          ...{ entry: ENTRY, cases: [one], participants, options },
          openingFor: (name) => ({
            ...{ target: place.targetOf(name), streamCount: STREAMS, eventCount: EVENTS },
          }),
        },
        context,
      );
      const bars = judgeRatios(BARS, outcome.results, {
        ...{ unfit: outcome.unfit, names: WORDS.names, leftOut: participants.leftOut },
      });
      const facts: [string, string][] = [
        ['Size', `${reps} repetitions, ${count} loads in each, ${STREAMS} streams in turn`],
      ];
      const introduction = introductionFor(reps);
      const markdown = comparisonMarkdown({ ...outcome, ...WORDS, introduction, bars, facts });
      return { document: { scenario: 'load-fold', ...outcome, bars, count, reps }, markdown, bars };
    }),
};

const introductionFor = (reps: number): string =>
  [
    `Every contender wrote ${STREAMS} streams of ${EVENTS} events before, and reads them in turn, one load at a time. The events are those`,
    'of a task, and the fold is the one the product decides with. Thi Đua reads through its port and folds; Emmett aggregates',
    'its stream with the same fold; Act is measured at its PostgreSQL store with the same fold, without what its own loading',
    'adds. The floor is one prepared, ordered select of the same columns, and it folds nothing. Nothing is cached by anyone',
    `but the database. Figures are the median (min..max) over repetitions (${reps} of them); a ratio compares two times of the`,
    'same repetition.',
  ].join('\n');
