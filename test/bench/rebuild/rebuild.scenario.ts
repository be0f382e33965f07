import { openDatabase } from '@thidua/database';
import { withChildren } from '../measure/contender-child';
import { spreadOf } from '../measure/spread';
import type { OfficeQuestions } from '../office/office-questions';
import { tasksForEvents } from '../office/task-year';
import { repsOf, sizeOf } from '../options';
import { describeMachine } from '../place/machine';
import { withPlace } from '../place/open-place';
import type { Place } from '../place/place';
import { unfitFor, type Settings } from '../place/settings';
import { conditionTable, remarks } from '../report/conditions';
import { verdictText, type JudgedBar } from '../report/judged-bar';
import { markdownTable, rateText, wholeText } from '../report/markdown-table';
import { singleRunConditions } from '../report/single-run';
import type { BenchContext, Scenario, ScenarioOutcome } from '../scenario';
import { startReaders, type Reading } from './readers';
import type { Rebuilt, RebuildQuestions } from './rebuild-process';

const OFFICE = require.resolve('../office/office-process');
const REBUILDER = require.resolve('./rebuild-process');
const SIZE = { full: 1_000_000, quick: 3_000 };
const YEAR = 2025;
const REPS_MOST = 3;
const WHAT = 'reads that failed while the read model was built anew';
const NO_SERVER = 'readers are a process of their own, which needs a PostgreSQL server';

interface Round {
  readonly rebuilt: Rebuilt;
  readonly reading: Reading;
}

export const rebuildScenario: Scenario = {
  title: 'rebuild: a read model built anew while it is being read',
  run: (options, context) =>
    withPlace(context, async (place) => {
      if (place.kind === 'pglite') return leftOut();
      const machine = describeMachine();
      const taskCount = tasksForEvents(sizeOf(options, SIZE));
      const reps = Math.min(repsOf(options), REPS_MOST);
      const { settings, rounds } = await rebuildAt(place, { taskCount, reps, context });
      const unfit = unfitFor(options, place.kind, settings);
      const bar = judged(rounds, unfit);
      const conditions = singleRunConditions(place, settings, machine);
      const events = Number(rounds[0]?.rebuilt.position ?? 0);
      const facts: [string, string][] = [
        ['Size', `${wholeText(events)} events of ${wholeText(taskCount)} tasks, ${reps} rebuilds`],
      ];
      const markdown = [
        INTRODUCTION,
        roundTable(rounds),
        `Failed reads: ${bar.found ?? ''}, bar ${bar.limit}: ${verdictText(bar)}.`,
        ...remarks(conditions, {}, unfit),
        '### Conditions',
        conditionTable(conditions, facts),
      ].join('\n\n');
      const document = { scenario: 'rebuild', taskCount, reps, rounds, bar, conditions };
      return { document, markdown, bars: [bar] };
    }),
};

function leftOut(): ScenarioOutcome {
  const bar: JudgedBar = {
    ...{ what: WHAT, limit: '0', found: null, verdict: 'not judged', why: NO_SERVER },
  };
  return {
    ...{ document: { scenario: 'rebuild', leftOut: NO_SERVER } },
    ...{ markdown: `Not measured: ${NO_SERVER}.`, bars: [bar] },
  };
}

interface Rebuilding {
  readonly taskCount: number;
  readonly reps: number;
  readonly context: BenchContext;
}

const rebuildAt = (place: Place, { taskCount, reps, context }: Rebuilding) =>
  withChildren(async (start) => {
    const target = place.targetOf('thidua');
    if (target.kind !== 'postgres') throw new Error(NO_SERVER);
    const office = start<OfficeQuestions>('office', OFFICE);
    await office.ask('open', { target, background: false });
    const eventCount = await office.ask('fill', { year: YEAR, taskCount, until: 'yearEnd' });
    context.say(`${wholeText(eventCount)} events written`);
    await office.ask('feed', ['task_board']);
    context.say('read model fed');
    await office.ask('close', null);

    const rebuilder = start<RebuildQuestions>('rebuilder', REBUILDER);
    const settings: Settings = await rebuilder.ask('open', target);
    const database = await openDatabase({ url: target.url, poolSize: 4 });
    const rounds: Round[] = [];
    try {
      for (let repetition = 1; repetition <= reps; repetition += 1) {
        const readers = startReaders(database.pool, { year: YEAR, taskCount });
        const rebuilt = await rebuilder.ask('rebuild', null).finally(() => readers.stop());
        rounds.push({ rebuilt, reading: await readers.stop() });
        context.say(`${repetition}/${reps} ${rebuilt.seconds.toFixed(1)} s`);
      }
    } finally {
      await database.close();
    }
    await rebuilder.ask('close', null);
    return { settings, rounds };
  });

function judged(rounds: readonly Round[], unfit: string | null): JudgedBar {
  const failedCount = rounds.reduce((sum, { reading }) => sum + reading.failedCount, 0);
  const named = { what: WHAT, limit: '0', found: wholeText(failedCount) };
  if (unfit !== null) return { ...named, verdict: 'not judged', why: unfit };
  return { ...named, verdict: failedCount === 0 ? 'met' : 'missed', why: null };
}

function roundTable(rounds: readonly Round[]): string {
  const rates = rounds.map(({ rebuilt }) => Number(rebuilt.position) / rebuilt.seconds);
  const of = (figure: (round: Round) => number): string => {
    const { median, min, max } = spreadOf(rounds.map(figure));
    return `${median.toFixed(1)} (${min.toFixed(1)}..${max.toFixed(1)})`;
  };
  const total = (figure: (reading: Reading) => number): string =>
    wholeText(rounds.reduce((sum, { reading }) => sum + figure(reading), 0));
  return markdownTable(
    ['Figure', 'Value'],
    [
      ['Seconds of a rebuild', of(({ rebuilt }) => rebuilt.seconds)],
      ['Events folded per second', rateText(spreadOf(rates))],
      ['Reads while it was rebuilt', total(({ readCount }) => readCount)],
      ['Reads that failed', total(({ failedCount }) => failedCount)],
      ['p99 of a read, ms', of(({ reading }) => reading.p99Ms)],
      ['Memory of the process before, MiB', of(({ rebuilt }) => rebuilt.memory.before)],
      ['Peak in the first half, MiB', of(({ rebuilt }) => rebuilt.memory.peakInFirstHalf)],
      ['Peak in the second half, MiB', of(({ rebuilt }) => rebuilt.memory.peakInSecondHalf)],
    ],
  );
}

const INTRODUCTION = [
  'The task board, fed from a log that was written through the port, is built anew in a second generation by the runner and',
  'then takes the place of the live one, while two readers in another process ask without a pause for a known task by its id',
  'and for a page of the board. A read fails when it throws or does not find what is known to be there. The rebuilding',
  'process does nothing else but feed the live generation; its resident memory is sampled twenty times a second, and memory',
  'that grew with the events folded would show between the halves. No other library here rebuilds beside a live read model,',
  'so nobody stands beside. Each former generation is kept, as it would be for a roll-back.',
].join('\n');
