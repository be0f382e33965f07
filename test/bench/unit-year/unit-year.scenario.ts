import { withChildren } from '../measure/contender-child';
import { spreadOf } from '../measure/spread';
import type { OfficeQuestions, YearEnd } from '../office/office-questions';
import { repsOf, sizeOf } from '../options';
import { describeMachine } from '../place/machine';
import { withPlace } from '../place/open-place';
import type { Place } from '../place/place';
import type { Settings } from '../place/settings';
import { conditionTable, remarks } from '../report/conditions';
import { markdownTable, rateText, wholeText } from '../report/markdown-table';
import { singleRunConditions } from '../report/single-run';
import type { Scenario } from '../scenario';

const ENTRY = require.resolve('../office/office-process');
const SIZE = { full: 10_000, quick: 300 };
const YEAR = 2025;
/** The read models that the sheet and the frozen evaluation are read from. */
const FED = ['task_outcomes', 'evaluations'];

const STEPS: Readonly<Record<keyof YearEnd, string>> = {
  sheet: 'provisional sheet of every unit',
  freeze: 'freeze: computed, frozen at a position, hashes recorded',
  proof: 'proof: the frozen sheet computed again and compared with its hash',
};

interface Closed {
  readonly settings: Settings;
  readonly eventCount: number;
  readonly steps: YearEnd;
}

export const unitYearScenario: Scenario = {
  title: 'unit-year: the sheet of every unit, frozen and proved',
  run: async (options, context) => {
    const [taskCount, reps, machine] = [sizeOf(options, SIZE), repsOf(options), describeMachine()];
    const years: Closed[] = [];
    let at: Place | null = null;
    // A year is frozen once, so each repetition has a database of its own.
    for (let repetition = 0; repetition <= reps; repetition += 1) {
      const closed = await withPlace(context, (place) => {
        at = place;
        return closeYear(place, taskCount);
      });
      context.say(`${repetition}/${reps} ${secondsOf(closed.steps).toFixed(2)} s`);
      if (repetition > 0) years.push(closed);
    }
    const { settings = {}, eventCount = 0 } = years[0] ?? {};
    const conditions = singleRunConditions(at ?? missingPlace(), settings, machine);
    const facts: [string, string][] = [
      [
        'Size',
        `${wholeText(taskCount)} tasks of ${wholeText(eventCount)} events, ${reps} repetitions`,
      ],
    ];
    const markdown = [
      INTRODUCTION,
      stepTable(years, taskCount),
      ...remarks(conditions, {}, null),
      '### Conditions',
      conditionTable(conditions, facts),
    ].join('\n\n');
    const document = { scenario: 'unit-year', taskCount, eventCount, reps, years, conditions };
    return { document, markdown, bars: [] };
  },
};

const closeYear = (place: Place, taskCount: number): Promise<Closed> =>
  withChildren(async (start) => {
    const office = start<OfficeQuestions>('office', ENTRY);
    const target = place.targetOf('thidua');
    const settings = await office.ask('open', { target, background: true });
    const eventCount = await office.ask('fill', { year: YEAR, taskCount, until: 'yearEnd' });
    await office.ask('feed', FED);
    const steps = await office.ask('yearEnd', { year: YEAR });
    await office.ask('close', null);
    return { settings, eventCount, steps };
  });

const secondsOf = ({ sheet, freeze, proof }: YearEnd): number => sheet + freeze + proof;

function missingPlace(): never {
  throw new Error('Nothing was measured');
}

function stepTable(years: readonly Closed[], taskCount: number): string {
  const row = (title: string, seconds: readonly number[]): readonly string[] => {
    const { median, min, max } = spreadOf(seconds);
    const rates = spreadOf(seconds.map((one) => taskCount / one));
    return [title, `${median.toFixed(2)} (${min.toFixed(2)}..${max.toFixed(2)})`, rateText(rates)];
  };
  const steps = Object.keys(STEPS) as readonly (keyof YearEnd)[];
  return markdownTable(
    ['Step', 'Seconds', 'Tasks per second'],
    [
      ...steps.map((step) =>
        row(
          STEPS[step],
          years.map(({ steps: taken }) => taken[step]),
        ),
      ),
      row(
        'all three',
        years.map(({ steps: taken }) => secondsOf(taken)),
      ),
    ],
  );
}

const INTRODUCTION = [
  'A year of tasks, appended through the port and followed by all read models, is closed by the application as an office',
  'does it: the sheet of every unit is computed with the rule set in force, frozen at a position of the log with the hashes',
  'of rule set, inputs and sheet, and then computed again from the log and compared with the recorded hash; a run whose',
  'hashes differ fails. Each repetition has a database of its own, and the first is thrown away. There is no bar, and',
  'neither Emmett nor Act has anything like it, so nobody stands beside.',
].join('\n');
