import type { JudgedBar } from '../report/judged-bar';
import type { CaseResult } from './case-result';

/** What the product promises of a ratio, on a PostgreSQL server that flushes every commit. */
export interface Bar {
  readonly case: string;
  readonly to: string;
  readonly limit: { readonly atLeast: number } | { readonly atMost: number };
}

/** A bar on a ratio with its verdict. */
export interface JudgedRatio extends JudgedBar {
  readonly case: string;
  readonly to: string;
}

/** Why nothing found here can be judged; null when it can. */
export type Unfit = string | null;

interface Judging {
  readonly unfit: Unfit;
  readonly names: Readonly<Record<string, string>>;
  /** Why a contender took no part, by contender. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** Judges the medians. Where the place is not what the bars are about, nothing is judged. */
export const judgeRatios = (
  bars: readonly Bar[],
  results: readonly CaseResult[],
  { unfit, names, leftOut }: Judging,
): readonly JudgedRatio[] =>
  bars.map((bar) => {
    const result = results.find((one) => one.case === bar.case);
    const median = result?.ratios.find(({ to }) => to === bar.to)?.ratio.median;
    const named = {
      case: bar.case,
      to: bar.to,
      what: `${bar.case}, beside ${names[bar.to] ?? bar.to}`,
      limit: limitText(bar),
      found: median === undefined ? null : median.toFixed(2),
    };
    if (unfit !== null) return { ...named, verdict: 'not judged', why: unfit };
    if (median === undefined) {
      const why = leftOut[bar.to] ?? 'the case was not measured';
      return { ...named, verdict: 'not judged', why };
    }
    return { ...named, verdict: isMet(bar, median) ? 'met' : 'missed', why: null };
  });

const isMet = ({ limit }: Bar, value: number): boolean =>
  'atLeast' in limit ? value >= limit.atLeast : value <= limit.atMost;

const limitText = ({ limit }: Bar): string =>
  'atLeast' in limit ? `≥ ${limit.atLeast}` : `≤ ${limit.atMost}`;
