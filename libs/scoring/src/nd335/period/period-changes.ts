import {
  dividedBy,
  minus,
  ONE,
  plus,
  rational,
  smaller,
  sum,
  times,
  type Rational,
} from '@thidua/kernel';
import type { Label } from '../../label';
import type { CompiledRules } from './compiled-rules';
import type { Change } from './points-step';
import type { Tally } from './tally';

/** One of a, b, c, d, đ, e: its value, and what its step says of it. */
export interface Variable {
  readonly id: string;
  readonly symbol: string;
  readonly title: Label;
  readonly value: Rational;
  readonly formula: string;
  readonly values: Readonly<Record<string, Rational>>;
  readonly article: string;
  readonly eventIds: readonly string[];
}

/** a, b and c of a period with assigned work, as figures alone. */
export const taskValues = ({ assigned, accepted, quality, progress }: Tally): readonly Rational[] =>
  [accepted, quality, progress].map((part) => dividedBy(part, assigned));

/** a, b and c of a period with assigned work. */
export function taskVariables(tally: Tally, { parameters }: CompiledRules): readonly Variable[] {
  const { assigned: A, counts } = tally;
  return [
    {
      id: 'quantity',
      symbol: 'a',
      title: { vi: 'Số lượng (a)', en: 'Quantity (a)' },
      value: dividedBy(tally.accepted, A),
      formula: 'a = Σ h·K / A',
      values: { 'Σ h·K': tally.accepted, A, handedOff: rational(counts.handedOff) },
      article: 'Điều 14.2.a, Điều 18.1.d Nghị định 335/2025/NĐ-CP',
      eventIds: tally.quantityEvents,
    },
    {
      id: 'quality',
      symbol: 'b',
      title: { vi: 'Chất lượng (b)', en: 'Quality (b)' },
      value: dividedBy(tally.quality, A),
      formula: `b = Σ K·max(0, 1 − ${parameters.deductQuality.value}·q) / A`,
      values: {
        'Σ b': tally.quality,
        A,
        q: rational(counts.majorErrors),
        excused: rational(counts.excusedErrors),
      },
      article: parameters.deductQuality.article,
      eventIds: tally.qualityEvents,
    },
    {
      id: 'progress',
      symbol: 'c',
      title: { vi: 'Tiến độ (c)', en: 'Progress (c)' },
      value: dividedBy(tally.progress, A),
      formula: `c = Σ K·max(0, 1 − ${parameters.deductLate.value}·t) / A`,
      values: {
        'Σ c': tally.progress,
        A,
        t: rational(counts.late),
        excused: rational(counts.excusedLate),
      },
      article: parameters.deductLate.article,
      eventIds: tally.progressEvents,
    },
  ];
}

/** `G + R × 70` alone, the task part never above its maximum: what the steps below add up to. */
export function periodPoints(
  general: Rational,
  values: readonly Rational[],
  { parameters, taskMax }: CompiledRules,
): Rational {
  const isEachCapped = parameters.cap.value === 'EACH_100';
  const parts = isEachCapped ? values.map((value) => smaller(ONE, value)) : values;
  const task = dividedBy(times(taskMax, sum(parts)), rational(values.length));
  return plus(general, smaller(taskMax, task));
}

/** The steps from full marks to a period's points: `G + R × 70`, the task part never above its maximum. */
export function periodChanges(
  general: { readonly points: Rational; readonly eventIds: readonly string[] },
  variables: readonly Variable[],
  rules: CompiledRules,
): readonly Change[] {
  const { parameters, generalMax, taskMax } = rules;
  const isEachCapped = parameters.cap.value === 'EACH_100';
  const weight = dividedBy(taskMax, rational(variables.length));
  const counted = variables.map((variable) => ({
    ...variable,
    part: isEachCapped ? smaller(ONE, variable.value) : variable.value,
  }));
  const task = times(weight, sum(counted.map(({ part }) => part)));
  const over = minus(smaller(taskMax, task), task);
  const max = parameters.taskMax.value;
  const share = `${max}/${variables.length}`;
  return [
    {
      id: 'start',
      title: { vi: 'Điểm tối đa', en: 'Full marks' },
      formula: 'G tối đa + 70',
      values: { general: generalMax, task: taskMax },
      change: plus(generalMax, taskMax),
      article: parameters.taskMax.article,
      eventIds: [],
    },
    {
      id: 'general',
      title: { vi: 'Tiêu chí chung (G)', en: 'General criteria (G)' },
      formula: 'G − G tối đa',
      values: { G: general.points },
      change: minus(general.points, generalMax),
      article: parameters.generalItems.article,
      eventIds: general.eventIds,
    },
    ...counted.map(({ id, symbol, title, value, part, formula, values, article, eventIds }) => ({
      id,
      title,
      formula: `${formula}; ${share} × (${isEachCapped ? `min(1, ${symbol})` : symbol} − 1)`,
      values: { [symbol]: value, ...values },
      change: times(weight, minus(part, ONE)),
      article,
      eventIds,
    })),
    {
      id: 'cap',
      title: { vi: 'Giới hạn điểm nhiệm vụ', en: 'Cap on task points' },
      formula: `min(${max}, R × ${max}) − R × ${max}`,
      values: { 'R×70': task },
      change: over,
      article: parameters.cap.article,
      eventIds: [],
    },
  ];
}
