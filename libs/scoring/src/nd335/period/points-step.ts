import { plus, type Rational } from '@thidua/kernel';
import type { Label } from '../../label';
import { figure } from '../numbers/figure';
import type { RatingStep } from '../result';

/** What a step does to the points, before it has its place in a waterfall. */
export interface Change {
  readonly id: string;
  readonly title: Label;
  readonly formula: string;
  readonly values: Readonly<Record<string, Rational>>;
  readonly change: Rational;
  readonly article: string;
  readonly eventIds: readonly string[];
}

/** The changes one after another, from nothing: each step says what stands after it. */
export function pointsSteps(changes: readonly Change[]): readonly RatingStep[] {
  let after: Rational | null = null;
  return changes.map(({ change, values, ...step }) => {
    after = after === null ? change : plus(after, change);
    return {
      ...step,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, figure(value)]),
      ),
      change: figure(change),
      after: figure(after),
      class: null,
    };
  });
}
