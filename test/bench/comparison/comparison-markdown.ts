import { conditionTable, remarks } from '../report/conditions';
import { verdictText } from '../report/judged-bar';
import { markdownTable, rateText, ratioText } from '../report/markdown-table';
import type { JudgedRatio } from './bars';
import type { ContestOutcome } from './contest';

/** The words of a comparison and what it found. */
export interface Comparison extends ContestOutcome {
  /** What is compared and what each contender does and does not do. */
  readonly introduction: string;
  /** By contender. */
  readonly names: Readonly<Record<string, string>>;
  /** What a ratio is, as a heading. */
  readonly ratioTitle: string;
  /** What is counted per second, as a column. */
  readonly rateTitle: string;
  /** The work whose 99th percentile is given, as a column; null where no single piece of work is timed. */
  readonly latencyTitle: string | null;
  readonly bars: readonly JudgedRatio[];
  /** Rows of the conditions that only this scenario has. */
  readonly facts: readonly (readonly [string, string])[];
}

/** A section of docs/benchmarks.md: ratios first, rates second, conditions last. */
export const comparisonMarkdown = (comparison: Comparison): string =>
  [
    comparison.introduction,
    `### Ratios (${comparison.ratioTitle})`,
    ratioTable(comparison),
    ...remarks(comparison.conditions, comparison.names, comparison.unfit),
    '### Rates',
    rateTable(comparison),
    '### Conditions',
    conditionTable(comparison.conditions, comparison.facts),
  ].join('\n\n');

function ratioTable({ results, bars, names }: Comparison): string {
  const rows = results.flatMap((result) =>
    result.ratios.map(({ to, ratio }) => {
      const bar = bars.find((one) => one.case === result.case && one.to === to);
      const cells = bar === undefined ? ['', ''] : [bar.limit, verdictText(bar)];
      return [result.case, names[to] ?? to, ratioText(ratio), ...cells];
    }),
  );
  return markdownTable(['Case', 'Beside', 'Ratio', 'Bar', 'Verdict'], rows);
}

function rateTable({ results, names, rateTitle, latencyTitle }: Comparison): string {
  const timed = latencyTitle === null ? [] : [latencyTitle];
  return markdownTable(
    ['Case', 'Contender', rateTitle, ...timed],
    results.flatMap((result) =>
      result.contenders.map(({ contender, eventsPerSecond, p99Ms }) => [
        result.case,
        names[contender] ?? contender,
        rateText(eventsPerSecond),
        ...timed.map(() => p99Ms.median.toFixed(1)),
      ]),
    ),
  );
}
