import { compareRational, rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { HistoricalFacts } from '../facts/person-facts';
import type { RatedClass } from '../rated-class';
import type { HistoricalRules } from '../rule-set/rule-set';

/** Each class with the conditions that failed; a class whose list is empty fits. Codes are stable. */
export type FailedByClass = Readonly<Record<Exclude<RatedClass, 'KHT'>, readonly string[]>>;

type Parameters = HistoricalRules['parameters'];

const isAtLeast = (part: number, whole: number, least: string): boolean =>
  whole === 0 || compareRational(rational(part, whole), amountOf(least)) >= 0;

const isMore = (part: number, whole: number, bar: string): boolean =>
  compareRational(rational(part, whole), amountOf(bar)) > 0;

/** True for more than half of the result criteria missed, or a leader's unit with too few targets done. */
export function isNotCompleted(facts: HistoricalFacts, parameters: Parameters): boolean {
  const { criteria, leader } = facts;
  if (isMore(criteria.missed, criteria.total, parameters.missedOver.value)) return true;
  if (leader === null) return false;
  const { done, total } = leader.targets;
  return !isAtLeast(done, total, parameters.targetsNotDoneBelow.value);
}

const failing = (conditions: readonly (readonly [holds: boolean, code: string])[]): string[] =>
  conditions.filter(([holds]) => !holds).map(([, code]) => code);

function leaderFailures(
  { targets, subUnits }: NonNullable<HistoricalFacts['leader']>,
  parameters: Parameters,
): FailedByClass {
  const allDone = [targets.done === targets.total, 'TARGETS_NOT_ALL_DONE'] as const;
  const unitsDone = [subUnits.atLeastHt === subUnits.total, 'SUB_UNIT_NOT_COMPLETED'] as const;
  const reaches = (count: number, least: { readonly value: string }): boolean =>
    isAtLeast(count, targets.total, least.value);
  const isGood = isAtLeast(subUnits.atLeastHtt, subUnits.total, parameters.subUnitsGoodMin.value);
  return {
    HTXS: failing([
      allDone,
      [reaches(targets.exceeded, parameters.targetsExceededMin), 'TOO_FEW_TARGETS_EXCEEDED'],
      unitsDone,
      [isGood, 'TOO_FEW_SUB_UNITS_GOOD'],
    ]),
    HTT: failing([
      allDone,
      [reaches(targets.onTimeWithQuality, parameters.targetsOnTimeMin), 'TOO_FEW_TARGETS_ON_TIME'],
      unitsDone,
    ]),
    HT: failing([[reaches(targets.done, parameters.targetsDoneMin), 'TOO_FEW_TARGETS_DONE']]),
  };
}

/** What stands between the year's results and each class. */
export function failedByClass(facts: HistoricalFacts, parameters: Parameters): FailedByClass {
  const { total, done, lacking, highEffect, leader } = facts;
  const allDone = [done === total, 'TASKS_NOT_ALL_DONE'] as const;
  const noneLacking = [lacking === 0, 'TASKS_LACKING'] as const;
  const isFewLacking = !isMore(lacking, total, parameters.lackingMax.value);
  const led = leader === null ? null : leaderFailures(leader, parameters);
  return {
    HTXS: [
      ...failing([allDone, noneLacking, [highEffect, 'EFFECT_NOT_HIGH']]),
      ...(led?.HTXS ?? []),
    ],
    HTT: [...failing([allDone, noneLacking]), ...(led?.HTT ?? [])],
    HT: [...failing([allDone, [isFewLacking, 'TOO_MANY_LACKING']]), ...(led?.HT ?? [])],
  };
}
