import {
  compareRational,
  minus,
  plus,
  smaller,
  sum,
  type LocalDate,
  type Rational,
} from '@thidua/kernel';
import type { Label } from '../label';
import type { MeasuredUnit, UnitFacts } from '../measures/unit-facts';
import { toPoints, type Points } from '../points';
import type { RuleSet } from '../rule-set';
import { amountOf } from '../validate-rule-set';
import {
  computeLine,
  type AnyRuleItem,
  type ComputedLine,
  type ScoreLine,
  type ScoreStatus,
} from './score-line';

/**
 * The score of one unit. The total adds the lines that have points; lines without data are in neither `total` nor
 * `outOf`, and nothing is scaled up to make up for them: with a status other than `scored` the total is a part of a
 * score and is not comparable with a whole one.
 */
export interface UnitScore {
  readonly unit: MeasuredUnit;
  readonly year: number;
  readonly asOf: LocalDate;
  readonly status: ScoreStatus;
  /** Items, plus bonuses up to their cap, less penalties up to their cap. */
  readonly total: Points;
  /** Sum of the maxima of the item lines that have points; equals the scale when every line has. */
  readonly outOf: Points;
  /** Result class; null where the rule set names none, or while the status is not `scored`. */
  readonly band: Label | null;
  readonly lines: readonly ScoreLine[];
  /** Items that the rule set ships switched off: they count nothing. */
  readonly switchedOff: readonly { readonly itemId: string; readonly title: Label }[];
  /** Led tasks that could be judged: what the rule set's minimum is compared with. */
  readonly judgedTasks: Points;
}

const isOn = ({ enabled }: AnyRuleItem): boolean => enabled;

function compute(
  items: readonly AnyRuleItem[],
  side: ScoreLine['side'],
  facts: UnitFacts,
): readonly ComputedLine[] {
  return items.filter(isOn).map((item) => computeLine(item, side, facts));
}

const pointsOf = (lines: readonly ComputedLine[]): Rational =>
  sum(lines.map(({ points }) => points).filter((points) => points !== null));

const maximaOf = (lines: readonly ComputedLine[]): Rational =>
  sum(lines.filter(({ points }) => points !== null).map(({ max }) => max));

function statusOf(lines: readonly ComputedLine[], isInNoBand: boolean): ScoreStatus {
  const has = (status: ScoreStatus): boolean => lines.some(({ line }) => line.status === status);
  if (has('NEEDS_AUTHORITY')) return 'NEEDS_AUTHORITY';
  if (has('INSUFFICIENT_DATA')) return 'INSUFFICIENT_DATA';
  return isInNoBand ? 'NEEDS_AUTHORITY' : 'scored';
}

/**
 * Applies a rule set to the facts of a unit. Pure and exact: the same facts and the same rule set give the same score on
 * any machine. A total that the rule set's classes do not cover needs the authority, never a guess.
 */
export function scoreUnit(ruleSet: RuleSet, facts: UnitFacts): UnitScore {
  const items = compute(ruleSet.items, 'item', facts);
  const bonuses = compute(ruleSet.bonuses.items, 'bonus', facts);
  const penalties = compute(ruleSet.penalties.items, 'penalty', facts);
  const all = [...items, ...bonuses, ...penalties];
  const bonus = smaller(pointsOf(bonuses), amountOf(ruleSet.bonuses.cap));
  const penalty = smaller(pointsOf(penalties), amountOf(ruleSet.penalties.cap));
  const total = minus(plus(pointsOf(items), bonus), penalty);
  const band = ruleSet.bands?.find(({ atLeast }) => compareRational(total, amountOf(atLeast)) >= 0);
  const status = statusOf(all, ruleSet.bands !== null && band === undefined);
  return {
    unit: facts.unit,
    year: facts.year,
    asOf: facts.asOf,
    status,
    total: toPoints(total),
    outOf: toPoints(maximaOf(items)),
    band: status === 'scored' ? (band?.title ?? null) : null,
    lines: all.map(({ line }) => line),
    switchedOff: [...ruleSet.items, ...ruleSet.bonuses.items, ...ruleSet.penalties.items]
      .filter((item) => !isOn(item))
      .map(({ id, title }) => ({ itemId: id, title })),
    judgedTasks: toPoints(facts.measures.taskQuantity.possible),
  };
}
