import { compareRational, dividedBy, rational, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { eventsOf } from '../event-ids';
import type { LeaderFacts } from '../facts/period-facts';
import type { Label } from '../../label';
import type { RatingReason } from '../result';
import type { CompiledRules } from './compiled-rules';

/** d, đ or e as a fraction with the events behind it, or why there is none. */
export type LeaderVariable =
  | { readonly value: Rational; readonly words: Label; readonly eventIds: readonly string[] }
  | {
      readonly value: null;
      readonly status: 'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY';
      readonly reason: RatingReason;
    };

/** A subordinate's score of the period as computed from the same facts; null when there is none. */
export type SubordinateTotal = (personId: string) => Rational | null;

const HUNDRED = rational(100);

const fromPercent = (level: string): Rational => dividedBy(amountOf(level), HUNDRED);

const STATED: Label = { vi: 'mức đã nhập', en: 'level as entered' };

/** d: low as soon as one subordinate is under the bar, high when all are known to be at it or over. */
export function unitResult(
  facts: LeaderFacts['unitResult'],
  rules: CompiledRules,
  totalOf: SubordinateTotal,
): LeaderVariable {
  if ('level' in facts) {
    return { value: fromPercent(facts.level), words: STATED, eventIds: eventsOf(facts) };
  }
  const eventIds = eventsOf(facts, ...facts.subordinates);
  const totals = facts.subordinates.map(({ personId, total }) => ({
    personId,
    total: total === undefined ? totalOf(personId) : amountOf(total),
  }));
  const isUnder = (total: Rational | null): boolean =>
    total !== null && compareRational(total, rules.subordinateBar) < 0;
  const under = totals.filter(({ total }) => isUnder(total)).map(({ personId }) => personId);
  if (under.length > 0) {
    const words = {
      vi: `có cấp dưới dưới ${rules.parameters.subordinateBar.value} điểm: ${under.join(', ')}`,
      en: `subordinates under ${rules.parameters.subordinateBar.value} points: ${under.join(', ')}`,
    };
    return { value: rules.low, words, eventIds };
  }
  const unknown = totals.filter(({ total }) => total === null).map(({ personId }) => personId);
  if (unknown.length === 0) {
    const words = { vi: 'mọi cấp dưới đạt', en: 'every subordinate reached the bar' };
    return { value: rules.high, words, eventIds };
  }
  const words = {
    vi: `Chưa có điểm kỳ này của cấp dưới: ${unknown.join(', ')}`,
    en: `Subordinates have no score of the period: ${unknown.join(', ')}`,
  };
  const { article } = rules.parameters.subordinateBar;
  const reason = { code: 'SUBORDINATE_SCORE_MISSING', words, article, eventIds };
  return { value: null, status: 'INSUFFICIENT_DATA', reason };
}

interface OpenCase {
  readonly isHigh: boolean;
  readonly isLow: boolean;
  readonly code: string;
  readonly words: Label;
  readonly highWords: Label;
  readonly lowWords: Label;
}

type Judged = Extract<LeaderFacts['cohesion'] | LeaderFacts['organising'], { decided: unknown }>;

/** High or low where one of the two cases of the decree holds; anything else is the authority's to settle. */
function judge(facts: Judged, rules: CompiledRules, open: OpenCase): LeaderVariable {
  const { decided } = facts;
  if (open.isHigh !== open.isLow) {
    const value = open.isHigh ? rules.high : rules.low;
    return {
      value,
      words: open.isHigh ? open.highWords : open.lowWords,
      eventIds: eventsOf(facts),
    };
  }
  const eventIds = eventsOf(facts, decided);
  if (decided === null) {
    const { article } = rules.parameters.leaderLevels;
    const reason = { code: open.code, words: open.words, article, eventIds };
    return { value: null, status: 'NEEDS_AUTHORITY', reason };
  }
  const words = {
    vi: `cấp có thẩm quyền quyết định: ${decided.reason}`,
    en: `decided by the authority: ${decided.reason}`,
  };
  return { value: fromPercent(decided.level), words, eventIds };
}

/** đ: how the unit's plan was carried out. */
export function organising(facts: LeaderFacts['organising'], rules: CompiledRules): LeaderVariable {
  if ('level' in facts) {
    return { value: fromPercent(facts.level), words: STATED, eventIds: eventsOf(facts) };
  }
  return judge(facts, rules, {
    isHigh: facts.allDoneOnTimeWithQuality && facts.effectiveMethod,
    isLow: facts.shortcomings,
    code: 'ORGANISING_UNDECIDED',
    words: {
      vi: 'Khả năng tổ chức (đ): không thuộc trường hợp 100 cũng không thuộc trường hợp 50',
      en: 'Organising (đ): neither the case of 100 nor the case of 50 holds',
    },
    highWords: {
      vi: 'hoàn thành mọi nhiệm vụ đúng hạn, bảo đảm chất lượng, có cách làm hiệu quả',
      en: 'everything done on time and with quality, by an effective method',
    },
    lowWords: { vi: 'có hạn chế hoặc chậm kéo dài', en: 'shortcomings or prolonged delay' },
  });
}

/** e: whether the unit is united. */
export function cohesion(facts: LeaderFacts['cohesion'], rules: CompiledRules): LeaderVariable {
  if ('level' in facts) {
    return { value: fromPercent(facts.level), words: STATED, eventIds: eventsOf(facts) };
  }
  return judge(facts, rules, {
    isHigh: facts.united,
    isLow: facts.prolongedComplaints,
    code: 'COHESION_UNDECIDED',
    words: {
      vi: 'Đoàn kết (e): không thuộc trường hợp 100 cũng không thuộc trường hợp 50',
      en: 'Cohesion (e): neither the case of 100 nor the case of 50 holds',
    },
    highWords: { vi: 'đoàn kết, phối hợp tốt', en: 'united and well coordinated' },
    lowWords: {
      vi: 'phát sinh đơn thư kéo dài về mâu thuẫn nội bộ',
      en: 'prolonged complaints about internal conflict',
    },
  });
}
