import { toDecimalText, toFractionText, type Rational } from '@thidua/kernel';

/** A number as it leaves the scorer: the exact fraction, and four decimals for display. Never a float. */
export interface Points {
  /** In lowest terms, e.g. `125/6`. */
  readonly exact: string;
  /** Rounded half away from zero, e.g. `20.8333`; for display only, nothing is computed from it. */
  readonly decimal: string;
}

const PLACES = 4;

export const toPoints = (value: Rational): Points => ({
  exact: toFractionText(value),
  decimal: toDecimalText(value, PLACES),
});

/** Decimals the way each language writes them, without trailing zeros: `20,8333` and `20.8333`. */
export function numberText(value: Rational): { readonly vi: string; readonly en: string } {
  const en = toDecimalText(value, PLACES).replace(/\.?0+$/, '');
  return { vi: en.replace('.', ','), en };
}
