import { withChildren } from '../measure/contender-child';
import { spreadOf } from '../measure/spread';
import { peopleForEvents } from '../officials/official-month';
import type { ProvinceQuestions, ProvinceYear } from '../officials/province-questions';
import { sizeOf } from '../options';
import { describeMachine } from '../place/machine';
import { withPlace } from '../place/open-place';
import type { Place } from '../place/place';
import { unfitFor, type Settings } from '../place/settings';
import { conditionTable, remarks } from '../report/conditions';
import { barTable, type JudgedBar } from '../report/judged-bar';
import { markdownTable, ratioText, wholeText } from '../report/markdown-table';
import { singleRunConditions } from '../report/single-run';
import type { BenchContext, Scenario } from '../scenario';

const ENTRY = require.resolve('../officials/province-process');
const SIZE = { full: 1_000_000, quick: 5_000 };
const SMALLER = 10;
const REPS = { full: 2, quick: 1 };
const BESIDE_SQL = 5;
const GROWTH = 12;
/** MiB that the process may have resident at most, whatever the size. */
const MEMORY = 1_024;

interface Province {
  readonly peopleCount: number;
  readonly eventCount: number;
  readonly fillSeconds: number;
  readonly feedSeconds: number;
  readonly years: readonly ProvinceYear[];
  readonly byHand: readonly number[];
  readonly settings: Settings;
}

export const yearEndScenario: Scenario = {
  title: 'year-end: a province of officials frozen, scored and exported',
  run: async (options, context) => {
    const many = sizeOf(options, SIZE);
    const few = Math.max(1, Math.round(many / SMALLER));
    const reps = options.reps ?? (options.quick ? REPS.quick : REPS.full);
    const machine = describeMachine();
    const small = await withPlace(context, (place) => measure(place, { few, reps }, context));
    return withPlace(context, async (place) => {
      const large = await measure(place, { few: many, reps }, context);
      const unfit = unfitFor(options, place.kind, large.settings);
      const bars = judge(small, large, unfit);
      const conditions = singleRunConditions(place, large.settings, machine);
      const markdown = [
        INTRODUCTION,
        stepTable([small, large]),
        barTable(bars),
        ...remarks(conditions, {}, unfit),
        '### Conditions',
        conditionTable(conditions, [sizeRow([small, large], reps)]),
      ].join('\n\n');
      const document = { scenario: 'year-end', reps, small, large, bars, conditions };
      return { document, markdown, bars };
    });
  },
};

const measure = (
  place: Place,
  { few: events, reps }: { readonly few: number; readonly reps: number },
  { say }: BenchContext,
): Promise<Province> =>
  withChildren(async (start) => {
    const province = start<ProvinceQuestions>('province', ENTRY);
    const peopleCount = peopleForEvents(events);
    const settings = await province.ask('open', { target: place.targetOf('thidua') });
    const began = performance.now();
    const eventCount = await province.ask('fill', { peopleCount });
    const filled = performance.now();
    say(`${wholeText(peopleCount)} people, ${wholeText(eventCount)} events written`);
    await province.ask('feed', null);
    const fed = performance.now();
    say('read models fed');
    const [years, byHand]: [ProvinceYear[], number[]] = [[], []];
    for (let cycle = 0; cycle <= reps; cycle += 1) {
      const seconds = await province.ask('aggregate', null);
      const year = await province.ask('close', { cycle });
      say(`${secondsOf(year).toFixed(1)} s, by hand ${seconds.toFixed(1)} s`);
      if (cycle === 0) continue;
      years.push(year);
      byHand.push(seconds);
    }
    say(`${wholeText(await province.ask('compare', null))} people have the same points by hand`);
    if (new Set(years.map(({ sheetHash }) => sheetHash)).size > 1) {
      throw new Error('The same position gave different hashes');
    }
    await province.ask('end', null);
    const [fillSeconds, feedSeconds] = [(filled - began) / 1_000, (fed - filled) / 1_000];
    return { peopleCount, eventCount, fillSeconds, feedSeconds, years, byHand, settings };
  });

const secondsOf = ({ score, export: written }: ProvinceYear): number => score + written;
const runsOf = ({ years }: Province) => spreadOf(years.map(secondsOf));

function judge(small: Province, large: Province, unfit: string | null): readonly JudgedBar[] {
  const beside = spreadOf(
    large.years.map((year, index) => secondsOf(year) / (large.byHand[index] ?? Number.NaN)),
  );
  const growth = runsOf(large).median / runsOf(small).median;
  const peak = Math.max(...large.years.map(({ memoryPeak }) => memoryPeak));
  const people = wholeText(large.peopleCount);
  const verdict = (isMet: boolean): Pick<JudgedBar, 'verdict' | 'why'> =>
    unfit === null
      ? { verdict: isMet ? 'met' : 'missed', why: null }
      : { verdict: 'not judged', why: unfit };
  return [
    {
      what: `freeze, score and export of ${people} officials beside one hand-written SQL aggregate`,
      ...{ limit: `≤ ${BESIDE_SQL}`, found: ratioText(beside) },
      ...verdict(beside.median <= BESIDE_SQL),
    },
    {
      what: 'time at ten times the events',
      ...{ limit: `≤ ${GROWTH}`, found: growth.toFixed(2) },
      ...verdict(growth <= GROWTH),
    },
    {
      what: `resident memory at most, ${people} officials, MiB`,
      ...{ limit: `≤ ${MEMORY}`, found: String(peak) },
      ...verdict(peak <= MEMORY),
    },
  ];
}

function stepTable(provinces: readonly Province[]): string {
  const text = (values: readonly number[]): string => {
    const { median, min, max } = spreadOf(values);
    return `${median.toFixed(2)} (${min.toFixed(2)}..${max.toFixed(2)})`;
  };
  const row = (title: string, of: (province: Province) => readonly number[]) => [
    title,
    ...provinces.map((province) => text(of(province))),
  ];
  return markdownTable(
    ['Seconds', ...provinces.map(({ eventCount }) => `${wholeText(eventCount)} events`)],
    [
      row('freeze and score', ({ years }) => years.map(({ score }) => score)),
      row('export, proved by its hash', ({ years }) => years.map((year) => year.export)),
      row('both', ({ years }) => years.map(secondsOf)),
      row('one hand-written SQL aggregate', ({ byHand }) => byHand),
      [
        'memory at most, MiB',
        ...provinces.map(({ years }) =>
          wholeText(Math.max(...years.map(({ memoryPeak }) => memoryPeak))),
        ),
      ],
      [
        'exported, MiB',
        ...provinces.map(({ years }) => wholeText((years[0]?.exportedBytes ?? 0) / 1024 ** 2)),
      ],
    ],
  );
}

function sizeRow(provinces: readonly Province[], reps: number): [string, string] {
  const told = provinces.map(
    ({ peopleCount, eventCount, fillSeconds, feedSeconds }) =>
      `${wholeText(peopleCount)} officials with ${wholeText(eventCount)} events (appended in ${wholeText(fillSeconds)} s, folded in ${wholeText(feedSeconds)} s)`,
  );
  return ['Size', `${told.join('; ')}; ${reps} repetitions`];
}

const INTRODUCTION = [
  'A year of officials under NĐ 335: general marks, works with their coefficients, acceptances, leaders’ levels, and tasks',
  'assigned, begun, extended, returned, done in time and late, excused or left open, appended through the port month after',
  'month. Measured is what the Office does in December: the cycle is frozen at a position, everybody is scored from the',
  'events up to it and the quota settled, the hashes are recorded, and the sheet is exported as one JSON document: the copy',
  'kept by the process that scored it, whose hash is made anew from the copy and must be the one on record (another process',
  'scores everybody again, which takes as long as the first row says). Beside it stands one SQL statement written by hand over the same rows of the log, which computes points, class',
  'and rank and knows no corrections, leave, discipline, hand-overs, quota or events behind a point; a run in which the two',
  'differ in anybody’s points fails, and so does one in which two freezes at one position differ in a hash. Each repetition',
  'asks both in turn; the first is thrown away. Appending and following are not in the measure.',
].join('\n');
