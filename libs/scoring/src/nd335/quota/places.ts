import { ONE, dividedBy, plus, rational, times, type Rational } from '@thidua/kernel';
import type { QuotaRules } from '../rule-set/rule-set';

const floor = ({ numerator, denominator }: Rational): number => Number(numerator / denominator);

/**
 * Most that may be HTXS of `eligible` people rated HTT or above. LITERAL: the largest x with `x ≤ s × (T − x)`, the base
 * being those rated HTT; HTT_OR_ABOVE: the largest x with `x ≤ s × T`.
 */
export function placesOf(
  eligible: number,
  share: Rational,
  base: QuotaRules['quotaBase']['value'],
): number {
  const all = times(share, rational(eligible));
  return floor(base === 'LITERAL' ? dividedBy(all, plus(ONE, share)) : all);
}
