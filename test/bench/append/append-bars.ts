import type { ContenderName } from './contenders/contenders';
import { BATCH_CASE, writersCase } from './append-cases';
import type { CaseResult } from './append-result';

/** What the product promises of a ratio, on a PostgreSQL server that flushes every commit. */
interface Bar {
  readonly case: string;
  readonly to: ContenderName;
  readonly atLeast: number;
}

type Verdict = 'met' | 'missed' | 'not measured';

export interface JudgedBar extends Bar {
  /** The median ratio; null where it was not measured. */
  readonly ratio: number | null;
  readonly verdict: Verdict;
}

const APPEND_BARS: readonly Bar[] = [
  { case: writersCase(1), to: 'floor', atLeast: 0.6 },
  { case: writersCase(16), to: 'floor', atLeast: 1.5 },
  { case: writersCase(16), to: 'emmett', atLeast: 4 },
  { case: BATCH_CASE, to: 'floor', atLeast: 0.8 },
];

/** Judges the medians. Where the place is not what the bars are about, nothing counts as measured. */
export const judge = (
  results: readonly CaseResult[],
  { counts }: { readonly counts: boolean },
): readonly JudgedBar[] =>
  APPEND_BARS.map((bar) => {
    const result = results.find((one) => one.case === bar.case);
    const ratio = result?.ratios.find(({ to }) => to === bar.to)?.ratio.median ?? null;
    if (ratio === null || !counts) return { ...bar, ratio, verdict: 'not measured' };
    return { ...bar, ratio, verdict: ratio >= bar.atLeast ? 'met' : 'missed' };
  });
