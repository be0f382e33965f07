import { dividedBy, rational, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { CivilServantRules } from '../rule-set/rule-set';

/** Whether a score is told step by step, or its figures and classes only: half the time, for trials and large runs. */
export type Shows = 'STEPS' | 'FIGURES';

/** The rules of a period with their amounts read once: a year-end run asks for them a hundred thousand times. */
export interface CompiledRules {
  readonly parameters: CivilServantRules['parameters'];
  readonly generalMax: Rational;
  readonly taskMax: Rational;
  readonly deductQuality: Rational;
  readonly deductLate: Rational;
  /** The two levels of d, đ and e as fractions: 1/2 and 1. */
  readonly low: Rational;
  readonly high: Rational;
  readonly subordinateBar: Rational;
  readonly shows: Shows;
}

const HUNDRED = rational(100);

export function compileRules(
  { parameters }: CivilServantRules,
  shows: Shows = 'STEPS',
): CompiledRules {
  const { low, high } = parameters.leaderLevels.value;
  return {
    parameters,
    generalMax: amountOf(parameters.generalMax.value),
    taskMax: amountOf(parameters.taskMax.value),
    deductQuality: amountOf(parameters.deductQuality.value),
    deductLate: amountOf(parameters.deductLate.value),
    low: dividedBy(amountOf(low), HUNDRED),
    high: dividedBy(amountOf(high), HUNDRED),
    subordinateBar: amountOf(parameters.subordinateBar.value),
    shows,
  };
}
