import {
  compareRational,
  dividedBy,
  invariant,
  ONE,
  smaller,
  times,
  ZERO,
  type Rational,
} from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { MarkFacts } from '../facts/table-facts';
import type { TableItem } from '../rules/table-item';

/** The part of the plan that was done; may be more than one. */
function shareOf({ value, of }: MarkFacts): Rational {
  invariant(value !== null && of !== null, 'facts that were read state what was done and planned');
  return dividedBy(amountOf(value), amountOf(of));
}

function bandPoints(
  { bands }: Extract<TableItem, { kind: 'BANDS' }>,
  max: Rational,
  share: Rational,
) {
  const reached = bands.find(({ atLeast }) => compareRational(share, amountOf(atLeast)) >= 0);
  if (reached === undefined) return ZERO;
  return reached.points === 'RATIO' ? times(max, smaller(ONE, share)) : amountOf(reached.points);
}

/** Points of a mark on an item, exact, never more than the maximum of the item. */
export function pointsOf(item: TableItem, mark: MarkFacts): Rational {
  const max = amountOf(item.max);
  if (mark.points !== null) return amountOf(mark.points);
  const value = amountOf(mark.value ?? '0');
  switch (item.kind) {
    case 'FIXED':
      return times(max, value);
    case 'RATIO':
      return times(max, smaller(ONE, shareOf(mark)));
    case 'BANDS':
      return bandPoints(item, max, shareOf(mark));
    case 'COUNT':
      return smaller(max, times(value, amountOf(item.perUnit)));
  }
}

/** The calculation in symbols, for whoever checks it. */
export function formulaOf(item: TableItem, { points, value, of }: MarkFacts): string {
  if (points !== null) return 'điểm chấm';
  switch (item.kind) {
    case 'FIXED':
      return value === '0' ? '0' : 'max';
    case 'RATIO':
      return `${item.max} × min(1, ${value ?? ''}/${of ?? ''})`;
    case 'BANDS':
      return `mức của ${value ?? ''}/${of ?? ''}`;
    case 'COUNT':
      return `min(${item.max}, ${value ?? ''} × ${item.perUnit})`;
  }
}
