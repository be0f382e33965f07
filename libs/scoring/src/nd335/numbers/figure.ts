import { toDecimalText, toFractionText, type Rational } from '@thidua/kernel';

/** A number as it leaves the scorer: exact, and two decimals for display. Never a float. */
export interface Figure {
  /** In lowest terms: `853/9`. Everything is compared by it, unrounded. */
  readonly exact: string;
  /** Rounded half away from zero: `94.78`. */
  readonly decimal: string;
}

const PLACES = 2;

export const figure = (value: Rational): Figure => ({
  exact: toFractionText(value),
  decimal: toDecimalText(value, PLACES),
});
