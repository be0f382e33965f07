import { withChildren } from '../measure/contender-child';
import { spreadOf, type Spread } from '../measure/spread';
import type { Asking, OfficeQuestions } from '../office/office-questions';
import { repsOf, sizeOf } from '../options';
import { describeMachine } from '../place/machine';
import { withPlace } from '../place/open-place';
import type { Place } from '../place/place';
import { unfitFor, type Settings } from '../place/settings';
import { conditionTable, remarks } from '../report/conditions';
import { verdictText, type JudgedBar } from '../report/judged-bar';
import { markdownTable, ratioText, wholeText } from '../report/markdown-table';
import { singleRunConditions } from '../report/single-run';
import type { BenchContext, Scenario } from '../scenario';

const ENTRY = require.resolve('../office/office-process');
const SIZE = { full: 1_000_000, quick: 2_000 };
const SMALLER = 100;
const YEAR = 2025;
const AT_MOST = 3;
/** The read models that the questions are answered from. */
const FED = ['task_outcomes'];
const ASKED: readonly Asking[] = ['kpis', 'ranking'];
const TITLES: Readonly<Record<Asking, string>> = { kpis: 'KPI of all units', ranking: 'ranking' };

/** Seconds of a question in each repetition; or why the many tasks could not be asked about. */
interface Timed {
  readonly what: Asking;
  readonly few: readonly number[];
  readonly many: readonly number[] | { readonly failed: string };
}

export const queriesScenario: Scenario = {
  title: 'queries: KPI and ranking as the tasks grow in number',
  run: async (options, context) => {
    const many = sizeOf(options, SIZE);
    const few = Math.max(1, Math.round(many / SMALLER));
    const [reps, machine] = [repsOf(options), describeMachine()];
    return withPlace(context, (smallPlace) =>
      withPlace(context, async (place) => {
        const { settings, timed, seconds } = await ask([smallPlace, place], {
          ...{ few, many, reps, context },
        });
        const unfit = unfitFor(options, place.kind, settings);
        const bars = timed.map((one) => judged(one, unfit));
        const conditions = singleRunConditions(place, settings, machine);
        const facts: [string, string][] = [
          ['Size', `${wholeText(few)} and ${wholeText(many)} tasks, ${reps} repetitions`],
          ['Filling', `${wholeText(many)} tasks appended and folded in ${wholeText(seconds)} s`],
        ];
        const markdown = [
          INTRODUCTION,
          queryTable(timed, bars, [few, many]),
          ...remarks(conditions, {}, unfit),
          '### Conditions',
          conditionTable(conditions, facts),
        ].join('\n\n');
        const document = { scenario: 'queries', few, many, reps, timed, bars, conditions };
        return { document, markdown, bars };
      }),
    );
  },
};

interface Asked {
  readonly few: number;
  readonly many: number;
  readonly reps: number;
  readonly context: BenchContext;
}

const ask = ([smallPlace, largePlace]: readonly [Place, Place], asked: Asked) =>
  withChildren(async (start) => {
    const { few, many, reps, context } = asked;
    const small = start<OfficeQuestions>('few tasks', ENTRY);
    const large = start<OfficeQuestions>('many tasks', ENTRY);
    const offices = [
      { child: small, place: smallPlace, taskCount: few },
      { child: large, place: largePlace, taskCount: many },
    ];
    let settings: Settings = {};
    const began = performance.now();
    for (const { child, place, taskCount } of offices) {
      settings = await child.ask('open', { target: place.targetOf('thidua'), background: false });
      const eventCount = await child.ask('fill', { year: YEAR, taskCount, until: 'yearEnd' });
      context.say(`${wholeText(taskCount)} tasks in ${wholeText(eventCount)} events written`);
      await child.ask('feed', FED);
      context.say('read models fed');
    }
    const seconds = (performance.now() - began) / 1_000;
    const timed: Timed[] = [];
    for (const what of ASKED) {
      const fewSeconds: number[] = [];
      const manySeconds: number[] = [];
      let failed: string | null = null;
      for (let repetition = 0; repetition <= reps && failed === null; repetition += 1) {
        const quick = await small.ask('ask', { what, year: YEAR });
        const slow = await large.ask('ask', { what, year: YEAR }).catch((error: unknown) => {
          failed = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
          return null;
        });
        context.say(`${what}: ${quick.toFixed(3)} s, ${slow?.toFixed(3) ?? String(failed)}`);
        if (repetition === 0 || slow === null) continue;
        fewSeconds.push(quick);
        manySeconds.push(slow);
      }
      timed.push({ what, few: fewSeconds, many: failed === null ? manySeconds : { failed } });
    }
    return { settings, timed, seconds };
  });

function ratioOf({ few, many }: Timed): Spread | null {
  if ('failed' in many) return null;
  return spreadOf(many.map((seconds, index) => seconds / (few[index] ?? Number.NaN)));
}

function judged(timed: Timed, unfit: string | null): JudgedBar {
  const ratio = ratioOf(timed);
  const named = {
    what: `${TITLES[timed.what]}, many tasks beside a hundredth of them`,
    limit: `≤ ${AT_MOST}`,
    found: ratio?.median.toFixed(2) ?? ('failed' in timed.many ? timed.many.failed : null),
  };
  if (unfit !== null) return { ...named, verdict: 'not judged', why: unfit };
  return {
    ...named,
    verdict: ratio !== null && ratio.median <= AT_MOST ? 'met' : 'missed',
    why: null,
  };
}

const queryTable = (
  timed: readonly Timed[],
  bars: readonly JudgedBar[],
  [few, many]: readonly [number, number],
): string =>
  markdownTable(
    [
      'Question',
      `${wholeText(few)} tasks, ms`,
      `${wholeText(many)} tasks, ms`,
      'Ratio',
      'Bar',
      'Verdict',
    ],
    timed.map((one, index) => {
      const bar = bars[index];
      const ratio = ratioOf(one);
      return [
        TITLES[one.what],
        one.few.length === 0 ? '' : millisecondsText(one.few),
        'failed' in one.many ? `failed: ${one.many.failed}` : millisecondsText(one.many),
        ratio === null ? '' : ratioText(ratio),
        ...(bar === undefined ? ['', ''] : [bar.limit, verdictText(bar)]),
      ];
    }),
  );

function millisecondsText(seconds: readonly number[]): string {
  const { median, min, max } = spreadOf(seconds.map((one) => one * 1_000));
  return `${median.toFixed(1)} (${min.toFixed(1)}..${max.toFixed(1)})`;
}

const INTRODUCTION = [
  'The application answers the KPI of all units and the ranking for one year as of its last day, as numbers alone',
  '(`/v1/kpis/counts`, `/v1/rankings/counts`): they are read from sums kept beside the rows. The full answers, which list',
  'every task and event behind each number, grow with the tasks and are not measured here. The read models were made by the',
  'projections of events appended through the port: tasks done in time, late, after a return, and never begun, shared out',
  'over the units of the sample office. Two databases, one with a hundredth of the tasks of the other, are asked in turn,',
  'each by a process of its own, after one question that is thrown away. The ratio is the time with many tasks over the time',
  'with few, in the same repetition. No other library answers such questions, so nobody stands beside.',
].join('\n');
