import { markdownTable } from './markdown-table';

/** One promise of the product and what a run says of it. */
export interface JudgedBar {
  /** What was measured beside what. */
  readonly what: string;
  /** E.g. `≥ 0.6`. */
  readonly limit: string;
  /** As it is printed; null where it was not measured. */
  readonly found: string | null;
  readonly verdict: 'met' | 'missed' | 'not judged';
  /** Why it was not judged; null when it was. */
  readonly why: string | null;
}

/** A missed bar stands out. */
export const verdictText = ({ verdict, why }: Pick<JudgedBar, 'verdict' | 'why'>): string => {
  if (verdict === 'missed') return '**missed**';
  return why === null ? verdict : `${verdict}: ${why}`;
};

export const barTable = (bars: readonly JudgedBar[]): string =>
  markdownTable(
    ['What', 'Bar', 'Found', 'Verdict'],
    bars.map((bar) => [bar.what, bar.limit, bar.found ?? '', verdictText(bar)]),
  );

export const everyBarMet = (bars: readonly JudgedBar[]): boolean =>
  bars.every(({ verdict }) => verdict === 'met');
