import { rational, times, toDecimalText, toFractionText } from '@thidua/kernel';

/** A count, and what stands behind it. */
export interface Figure {
  readonly count: number;
  readonly taskIds: readonly string[];
  readonly eventIds: readonly string[];
}

/** One counted thing. */
export interface Counted {
  readonly taskId: string;
  readonly eventIds: readonly string[];
}

/** Ids are sorted, so that the same things give the same figure in whatever order they are met. */
export const figure = (things: readonly Counted[]): Figure => ({
  count: things.length,
  taskIds: [...new Set(things.map(({ taskId }) => taskId))].sort(),
  eventIds: [...new Set(things.flatMap(({ eventIds }) => eventIds))].sort(),
});

/**
 * A share as an exact fraction and as percent in decimals for display. `noData`: nothing to divide by;
 * `belowMinimum`: too few cases for a rate to say anything, so only the two counts are shown.
 */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly status: 'shown' | 'noData' | 'belowMinimum';
  /** In lowest terms, e.g. `5/6`; null unless shown. */
  readonly exact: string | null;
  /** Percent with four decimals, e.g. `83.3333`; null unless shown. */
  readonly percent: string | null;
}

const PERCENT_PLACES = 4;

/** `minimumN` is the smallest denominator for which a rate is given. */
export function rateOf(numerator: number, denominator: number, minimumN = 1): Rate {
  if (denominator === 0 || denominator < minimumN) {
    const status = denominator === 0 ? 'noData' : 'belowMinimum';
    return { numerator, denominator, status, exact: null, percent: null };
  }
  const share = rational(numerator, denominator);
  return {
    numerator,
    denominator,
    status: 'shown',
    exact: toFractionText(share),
    percent: toDecimalText(times(share, rational(100)), PERCENT_PLACES),
  };
}

/** Middle and largest of day counts; the median of an even number of cases may be a half, e.g. `5/2`. */
export interface DaySpread {
  readonly medianExact: string | null;
  readonly medianDecimal: string | null;
  readonly max: number | null;
}

export function daySpread(dayCounts: readonly number[]): DaySpread {
  const sorted = dayCounts.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) {
    return { medianExact: null, medianDecimal: null, max: null };
  }
  const median = rational(lower + upper, 2);
  return {
    medianExact: toFractionText(median),
    medianDecimal: toDecimalText(median, 1),
    max: sorted.at(-1) ?? null,
  };
}
