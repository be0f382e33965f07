import { sum, ZERO, compareRational, type Rational } from '@thidua/kernel';
import { figure } from '../numbers/figure';
import type { LeaderFacts, PeriodFacts, WorkPeriod } from '../facts/period-facts';
import { amountOf } from '../../validate-rule-set';
import type { PeriodScore, RatingReason } from '../result';
import type { CompiledRules } from './compiled-rules';
import { generalPoints } from './general-points';
import {
  cohesion,
  organising,
  unitResult,
  type LeaderVariable,
  type SubordinateTotal,
} from './leader-variables';
import {
  periodChanges,
  periodPoints,
  taskValues,
  taskVariables,
  type Variable,
} from './period-changes';
import { pointsSteps, type Change } from './points-step';
import { tallyOf } from './tally';

/** A period's score with its exact total and changes, for means and waterfalls. */
export interface ScoredPeriod {
  readonly score: Omit<PeriodScore, 'months'>;
  readonly total: Rational | null;
  readonly changes: readonly Change[];
}

const withoutTotal = (
  facts: PeriodFacts,
  status: PeriodScore['status'],
  reasons: readonly RatingReason[],
): ScoredPeriod => ({
  score: {
    period: facts.period,
    status,
    provisional: facts.kind !== 'NOT_SCORED' && facts.provisional,
    total: null,
    steps: [],
    reasons,
  },
  total: null,
  changes: [],
});

type Closed = Pick<PeriodScore, 'period' | 'provisional'>;

const withFigure = ({ period, provisional }: Closed, total: Rational): ScoredPeriod => ({
  score: { period, status: 'SCORED', provisional, total: figure(total), steps: [], reasons: [] },
  total,
  changes: [],
});

const withTotal = (
  closed: Closed,
  changes: readonly Change[],
  { shows }: CompiledRules,
): ScoredPeriod => {
  const scored = withFigure(closed, sum(changes.map(({ change }) => change)));
  if (shows === 'FIGURES') return scored;
  return { ...scored, score: { ...scored.score, steps: pointsSteps(changes) }, changes };
};

const LEADER_TITLES = {
  unitResult: { symbol: 'd', vi: 'Kết quả của đơn vị (d)', en: 'Result of the unit (d)' },
  organising: { symbol: 'đ', vi: 'Tổ chức thực hiện (đ)', en: 'Organising (đ)' },
  cohesion: { symbol: 'e', vi: 'Đoàn kết (e)', en: 'Cohesion (e)' },
} as const;

const ARTICLES = { unitResult: 'Điều 15.3.a', organising: 'Điều 15.3.b', cohesion: 'Điều 15.3.c' };

type Known = Extract<LeaderVariable, { words: unknown }>;
type Unknown = Exclude<LeaderVariable, Known>;

const isUnknown = (variable: LeaderVariable): variable is Unknown => variable.value === null;

function leaderVariable(id: keyof typeof LEADER_TITLES, known: Known): Variable {
  const { symbol, vi, en } = LEADER_TITLES[id];
  return {
    id,
    symbol,
    title: { vi: `${vi}: ${known.words.vi}`, en: `${en}: ${known.words.en}` },
    value: known.value,
    formula: `${symbol} = 100 % hoặc 50 %`,
    values: {},
    article: `${ARTICLES[id]} Nghị định 335/2025/NĐ-CP`,
    eventIds: known.eventIds,
  };
}

/** Whose period it is. */
export interface PeriodOf {
  /** Subordinates' scores of the same period. */
  readonly totalOf: SubordinateTotal;
  /** Whether they held a leading post when the period ended: a leader's result has six parts, never three. */
  readonly isLeading: boolean;
}

const NO_LEVELS: Unknown = {
  value: null,
  status: 'INSUFFICIENT_DATA',
  reason: {
    code: 'LEADER_FACTS_MISSING',
    words: {
      vi: 'Giữ chức vụ lãnh đạo, quản lý nhưng kỳ này chưa đủ d, đ, e',
      en: 'In a leading post, but d, đ and e of the period are not all known',
    },
    article: 'Điều 16.2 Nghị định 335/2025/NĐ-CP',
    eventIds: [],
  },
};

type Led = { readonly variables: readonly Variable[] } | { readonly missing: readonly Unknown[] };

function leaderVariables(
  leader: LeaderFacts | null,
  rules: CompiledRules,
  { totalOf, isLeading }: PeriodOf,
): Led {
  if (leader === null) return isLeading ? { missing: [NO_LEVELS] } : { variables: [] };
  const found = {
    unitResult: unitResult(leader.unitResult, rules, totalOf),
    organising: organising(leader.organising, rules),
    cohesion: cohesion(leader.cohesion, rules),
  };
  const missing = Object.values(found).filter(isUnknown);
  if (missing.length > 0) return { missing };
  const variables = (['unitResult', 'organising', 'cohesion'] as const).flatMap((id) => {
    const variable = found[id];
    return isUnknown(variable) ? [] : [leaderVariable(id, variable)];
  });
  return { variables };
}

const NO_WORK: RatingReason = {
  code: 'NO_ASSIGNED_WORK',
  words: {
    vi: 'Không có công việc được giao từ đầu trong kỳ (A = 0), không có mẫu số để tính',
    en: 'No work was originally assigned in the period (A = 0): there is no denominator',
  },
  article: 'Điều 14.2 Nghị định 335/2025/NĐ-CP',
  eventIds: [],
};

function scoreWork(facts: WorkPeriod, rules: CompiledRules, of: PeriodOf): ScoredPeriod {
  const general = generalPoints(facts.general, rules);
  const tally = tallyOf(facts.products, rules);
  const led = leaderVariables(facts.leader, rules, of);
  const hasWork = compareRational(tally.assigned, ZERO) > 0;
  const missing = 'missing' in led ? led.missing : [];
  if (general.points === null || !hasWork || 'missing' in led) {
    const reasons = [
      ...(general.points === null ? [general.reason] : []),
      ...(hasWork ? [] : [{ ...NO_WORK, eventIds: tally.quantityEvents }]),
      ...missing.map(({ reason }) => reason),
    ];
    const isOpenOnly =
      general.points !== null &&
      hasWork &&
      missing.every((each) => each.status === 'NEEDS_AUTHORITY');
    return withoutTotal(facts, isOpenOnly ? 'NEEDS_AUTHORITY' : 'INSUFFICIENT_DATA', reasons);
  }
  if (rules.shows === 'FIGURES') {
    const values = [...taskValues(tally), ...led.variables.map(({ value }) => value)];
    return withFigure(facts, periodPoints(general.points, values, rules));
  }
  const variables = [...taskVariables(tally, rules), ...led.variables];
  return withTotal(facts, periodChanges(general, variables, rules), rules);
}

/**
 * A month's or quarter's score: `P = G + R × 70` from the facts of one period. Pure. Nothing assigned, nothing confirmed
 * or a leader's part unknown gives no score, never zero and never full marks.
 */
export function scorePeriod(facts: PeriodFacts, rules: CompiledRules, of: PeriodOf): ScoredPeriod {
  switch (facts.kind) {
    case 'WORK':
      return scoreWork(facts, rules, of);
    case 'REPORTED': {
      const { agencyId, document, eventIds } = facts;
      const by = document === null ? agencyId : `${agencyId}, ${document}`;
      const change: Change = {
        id: 'reported',
        title: { vi: `Điểm do ${by} gửi`, en: `Score reported by ${by}` },
        formula: 'điểm kỳ của cơ quan gửi',
        values: {},
        change: amountOf(facts.total),
        article: 'Điều 19.1 Nghị định 335/2025/NĐ-CP',
        eventIds,
      };
      return withTotal(facts, [change], rules);
    }
    case 'NOT_SCORED': {
      const words = { vi: `Không chấm kỳ này: ${facts.reason}`, en: `Not scored: ${facts.reason}` };
      const { eventIds } = facts;
      const article = 'Điều 11.2 Nghị định 335/2025/NĐ-CP';
      return withoutTotal(facts, 'NOT_SCORED', [{ code: 'NOT_SCORED', words, article, eventIds }]);
    }
  }
}
