import { markdownTable, rateText, ratioText, wholeText } from '../report/markdown-table';
import type { JudgedBar } from './append-bars';
import type { AppendReport } from './append-report';
import type { CaseResult } from './append-result';
import { POOL_SIZE } from './contenders/contender';
import type { ContenderName } from './contenders/contenders';

const NAMES: Readonly<Record<ContenderName, string>> = {
  thidua: 'Thi Đua',
  floor: 'INSERT floor',
  emmett: 'Emmett',
};

const SESSIONS = {
  postgres: `a pool of ${POOL_SIZE}`,
  pglite: 'the one session of the engine',
} as const;

/** The section of docs/benchmarks.md: ratios first, rates second, conditions last. */
export const appendMarkdown = (report: AppendReport): string =>
  [
    introduction(report),
    '### Ratios (Thi Đua over the other, events per second; above 1 is faster)',
    ratioTable(report),
    ...notes(report),
    '### Rates',
    rateTable(report.results),
    '### Conditions',
    conditions(report),
  ].join('\n\n');

const introduction = ({ load, place }: AppendReport): string =>
  [
    'Every append goes to a stream of its own and is durable when it is counted. Thi Đua is measured through its own port,',
    'with expected revision, command id, fingerprint and metadata. The INSERT floor is the least that stores events at all:',
    `one prepared INSERT (batches: one UNNEST insert) in one round trip through ${SESSIONS[place.kind]}, into a table with`,
    'a primary key and a unique (stream, revision), without any of the checks. Each contender runs in its own process; they',
    'take turns in slices after a warm-up that is thrown away. Figures are the median (min..max) over repetitions',
    `(${load.reps} of them), and a ratio compares two rates of the same repetition.`,
  ].join('\n');

function ratioTable({ results, bars }: AppendReport): string {
  const rows = results.flatMap((result) =>
    result.ratios.map(({ to, ratio }) => {
      const bar = bars.find((one) => one.case === result.case && one.to === to);
      return [result.case, NAMES[to], ratioText(ratio), ...barCells(bar)];
    }),
  );
  return markdownTable(['Case', 'Beside', 'Ratio', 'Bar', 'Verdict'], rows);
}

const barCells = (bar: JudgedBar | undefined): readonly string[] =>
  bar === undefined ? ['', ''] : [`≥ ${bar.atLeast}`, emphasised(bar)];

const emphasised = ({ verdict }: JudgedBar): string =>
  verdict === 'missed' ? '**missed**' : verdict;

/** What a reader must know before believing a ratio. */
function notes({ emmettLeftOut, place, machine, bars }: AppendReport): readonly string[] {
  const said: string[] = [];
  if (machine.loadBefore > machine.cores / 2) {
    const load = `load ${machine.loadBefore.toFixed(1)} on ${machine.cores} cores`;
    said.push(
      `The machine was busy with other work when the run began (${load}): measure again when it is quiet.`,
    );
  }
  if (emmettLeftOut !== null) said.push(`Emmett was left out: ${emmettLeftOut}.`);
  if (bars.some(({ verdict, ratio }) => verdict === 'not measured' && ratio !== null)) {
    const found = place.kind === 'pglite' ? 'an embedded engine' : 'a server that does not';
    said.push(`The bars are about a PostgreSQL server that flushes commits; this was ${found}.`);
  }
  return said;
}

const rateTable = (results: readonly CaseResult[]): string =>
  markdownTable(
    ['Case', 'Contender', 'Events per second', 'p99 of an append, ms'],
    results.flatMap((result) =>
      result.contenders.map(({ contender, eventsPerSecond, p99Ms }) => [
        result.case,
        NAMES[contender],
        rateText(eventsPerSecond),
        p99Ms.median.toFixed(1),
      ]),
    ),
  );

const conditions = ({ measuredAt, place, machine, versions, load }: AppendReport): string =>
  markdownTable(
    ['What', 'Value'],
    [
      ['Measured at', measuredAt],
      ['Where', place.about],
      ['PostgreSQL', listOf(place.settings)],
      [
        'Machine',
        `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.platform}`,
      ],
      [
        'Load before',
        `${machine.loadBefore.toFixed(1)} processes wanting a core in the minute before`,
      ],
      ['Node', machine.node],
      ['Packages', listOf(versions)],
      ['Event', `${load.dataBytes} bytes of data and ${load.metadataBytes} of metadata, as JSON`],
      ['Options', `--reps ${load.reps} --count ${wholeText(load.count).replaceAll(',', '')}`],
    ],
  );

const listOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
