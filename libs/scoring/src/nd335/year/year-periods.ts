import { ZERO, dividedBy, plus, rational, times, type Rational } from '@thidua/kernel';
import type { PersonScore } from '../result';
import type { CompiledRules } from '../period/compiled-rules';
import type { ScoredPeriod } from '../period/score-period';
import { monthsOf } from './months';

/** A period with the months of the year it stands for. */
export interface CountedPeriod {
  readonly scored: ScoredPeriod;
  /** Months it counts for in the means; none when it is left out. */
  readonly months: readonly number[];
}

export interface YearPeriods {
  readonly counted: readonly CountedPeriod[];
  /** Months, 1 to 12, that should have a score and have no period at all. */
  readonly missing: readonly number[];
  readonly december: PersonScore['december'];
}

const DECEMBER = 12;

function decemberOf(
  expected: readonly number[],
  isLeftOut: boolean,
  periods: readonly ScoredPeriod[],
): PersonScore['december'] {
  if (!expected.includes(DECEMBER)) return null;
  if (isLeftOut) return 'LEFT_OUT';
  const last = periods.find(({ score }) => monthsOf(score.period).includes(DECEMBER));
  return last?.score.provisional === true ? 'PROVISIONAL' : 'FINAL';
}

/** Which periods count, and for how many months: those served and not on leave, December by the rule set's option. */
export function yearPeriods(
  periods: readonly ScoredPeriod[],
  expected: readonly number[],
  { parameters }: CompiledRules,
): YearPeriods {
  const { december } = parameters;
  const isLeftOut = december.enabled && december.value === 'MONTHS_1_TO_11';
  const due = isLeftOut ? expected.filter((month) => month !== DECEMBER) : expected;
  const counted = periods.map((scored) => ({
    scored,
    months:
      scored.score.status === 'NOT_SCORED'
        ? []
        : monthsOf(scored.score.period).filter((month) => due.includes(month)),
  }));
  const covered = new Set(periods.flatMap(({ score }) => monthsOf(score.period)));
  const missing = due.filter((month) => !covered.has(month));
  return { counted, missing, december: decemberOf(expected, isLeftOut, periods) };
}

/** Mean over months `from` to `to`, each period by the months it stands for; null while one of them has no score. */
export function meanOf(
  { counted, missing }: YearPeriods,
  [from, to]: readonly [from: number, to: number],
): Rational | null {
  const isIn = (month: number): boolean => from <= month && month <= to;
  if (missing.some(isIn)) return null;
  let [total, count] = [ZERO, 0];
  for (const { scored, months } of counted) {
    const inside = months.filter(isIn).length;
    if (inside === 0) continue;
    if (scored.total === null) return null;
    total = plus(total, times(scored.total, rational(inside)));
    count += inside;
  }
  return count === 0 ? null : dividedBy(total, rational(count));
}

/** How many months count in the year. */
export const monthCount = ({ counted }: YearPeriods): number =>
  counted.reduce((total, { months }) => total + months.length, 0);
