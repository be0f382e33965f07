import type { Rational } from '@thidua/kernel';
import type { Label } from '../../label';
import { figure } from '../numbers/figure';
import type { RatedClass } from '../rated-class';
import type { RatingStep } from '../result';

/** A step that sets the class and moves no points. */
export function classStep(step: {
  readonly id: string;
  readonly title: Label;
  readonly formula: string;
  readonly values: Readonly<Record<string, Rational>>;
  readonly class: RatedClass;
  readonly article: string;
  readonly eventIds: readonly string[];
}): RatingStep {
  const values = Object.entries(step.values).map(([name, value]) => [name, figure(value)] as const);
  return { ...step, values: Object.fromEntries(values), change: null, after: null };
}
