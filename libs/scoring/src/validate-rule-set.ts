import {
  compareRational,
  invariant,
  parseRational,
  rejectFrom,
  sum,
  toFractionText,
  type Rational,
} from '@thidua/kernel';
import type { z } from 'zod';
import { ruleSetSchema, type RuleItem, type RuleSet } from './rule-set';

/** What is wrong, and where: `items.2.max`. */
export interface RuleSetProblem {
  readonly path: string;
  /** Vietnamese first, English in brackets. */
  readonly message: string;
}

const reject = rejectFrom({
  RULE_SET_INVALID: {
    kind: 'invalid',
    vi: 'Bộ quy tắc tính điểm không hợp lệ: {problems}',
    en: 'The rule set is not valid: {problems}',
  },
});

/** Amounts read before: a year-end run meets the same few marks, maxima and coefficients hundreds of thousands of times. */
const known = new Map<string, Rational>();
const KNOWN_AT_MOST = 1_000;

/** Reads an amount that a valid rule set holds, or that was written by `toFractionText`. */
export function amountOf(written: string): Rational {
  const found = known.get(written);
  if (found !== undefined) return found;
  const value = parseRational(written);
  invariant(value !== null, `an amount reads as a number: ${written}`);
  if (known.size < KNOWN_AT_MOST) known.set(written, value);
  return value;
}

const SHAPE_WORDS: Readonly<Partial<Record<z.core.$ZodIssue['code'], string>>> = {
  invalid_type: 'thiếu hoặc sai kiểu dữ liệu',
  invalid_value: 'giá trị không nằm trong danh sách cho phép',
  invalid_union: 'loại không được biết',
  unrecognized_keys: 'có trường không được biết',
  too_small: 'quá ít hoặc quá nhỏ',
};

function shapeMessage({ code, message }: z.core.$ZodIssue): string {
  const words = SHAPE_WORDS[code];
  // Messages of our own field types already speak both languages.
  return words === undefined || message.includes('(') ? message : `${words} (${message})`;
}

const isMore = (a: string, b: string): boolean => compareRational(amountOf(a), amountOf(b)) > 0;

function scaleProblems({ items, scale }: RuleSet): readonly RuleSetProblem[] {
  const maxima = sum(items.filter(({ enabled }) => enabled).map(({ max }) => amountOf(max)));
  if (compareRational(maxima, amountOf(scale)) === 0) return [];
  const found = toFractionText(maxima);
  return [
    {
      path: 'scale',
      message: `tổng điểm tối đa của các mục đang dùng là ${found}, khác thang điểm ${scale} (the maxima in use add up to ${found}, not to the scale)`,
    },
  ];
}

type AnyItem = RuleItem | RuleSet['bonuses']['items'][number];

const allItems = (ruleSet: RuleSet): readonly (readonly [string, AnyItem])[] => [
  ...ruleSet.items.map((item, index) => [`items.${index}`, item] as const),
  ...ruleSet.bonuses.items.map((item, index) => [`bonuses.items.${index}`, item] as const),
  ...ruleSet.penalties.items.map((item, index) => [`penalties.items.${index}`, item] as const),
];

function itemProblems(ruleSet: RuleSet): readonly RuleSetProblem[] {
  const seen = new Set<string>();
  return allItems(ruleSet).flatMap(([path, { id, confidence, enabled }]) => {
    const problems: RuleSetProblem[] = [];
    if (seen.has(id)) {
      problems.push({ path: `${path}.id`, message: `mã ${id} bị trùng (id used twice)` });
    }
    seen.add(id);
    if (enabled && confidence === 'L') {
      problems.push({
        path: `${path}.enabled`,
        message: 'quy tắc chưa được xác nhận (mức L) phải để tắt (an unconfirmed rule ships off)',
      });
    }
    return problems;
  });
}

function descending(path: string, limits: readonly string[]): readonly RuleSetProblem[] {
  return limits.slice(1).flatMap((limit, index) => {
    if (isMore(limits[index] ?? limit, limit)) return [];
    const message = 'các mức phải giảm dần, mức cao nhất trước (bands must come best first)';
    return [{ path: `${path}.${index + 1}.atLeast`, message }];
  });
}

function itemBandProblems(item: RuleItem, path: string): readonly RuleSetProblem[] {
  if (item.kind !== 'BANDS') return [];
  const limits = item.bands.map(({ atLeast }) => atLeast);
  const over = item.bands.flatMap(({ points }, index) =>
    points !== 'RATIO' && isMore(points, item.max)
      ? [
          {
            path: `${path}.bands.${index}.points`,
            message: 'điểm của mức vượt điểm tối đa (more points than the maximum)',
          },
        ]
      : [],
  );
  return [...descending(`${path}.bands`, limits), ...over];
}

function deductionProblems(item: RuleItem, path: string): readonly RuleSetProblem[] {
  if (item.kind !== 'RATIO' || item.deductPerTime === null) return [];
  if (!isMore(item.deductPerTime, '1')) return [];
  const message = 'mức trừ mỗi lần không quá 1 (a deduction is at most the whole)';
  return [{ path: `${path}.deductPerTime`, message }];
}

function periodProblems({ validFrom, validUntil }: RuleSet): readonly RuleSetProblem[] {
  if (validUntil === null || validUntil >= validFrom) return [];
  const message = 'ngày hết hiệu lực trước ngày có hiệu lực (ends before it begins)';
  return [{ path: 'validUntil', message }];
}

function groupProblems({ rankingGroups }: RuleSet): readonly RuleSetProblem[] {
  const kinds = rankingGroups.flatMap((group, index) =>
    group.kinds.map((kind) => ({ kind, index })),
  );
  return kinds
    .filter(({ kind }, place) => kinds.findIndex((other) => other.kind === kind) < place)
    .map(({ kind, index }) => ({
      path: `rankingGroups.${index}.kinds`,
      message: `loại đơn vị ${kind} nằm trong hai nhóm (a kind in two groups)`,
    }));
}

/** Everything that is wrong with a rule set; empty when it may be used. */
export function ruleSetProblems(input: unknown): readonly RuleSetProblem[] {
  const shape = ruleSetSchema.safeParse(input);
  if (!shape.success) {
    return shape.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: shapeMessage(issue),
    }));
  }
  const ruleSet = shape.data;
  return [
    ...periodProblems(ruleSet),
    ...itemProblems(ruleSet),
    ...ruleSet.items.flatMap((item, index) => [
      ...itemBandProblems(item, `items.${index}`),
      ...deductionProblems(item, `items.${index}`),
    ]),
    ...descending('bands', ruleSet.bands?.map(({ atLeast }) => atLeast) ?? []),
    ...groupProblems(ruleSet),
    ...scaleProblems(ruleSet),
  ];
}

/** @throws CommandRejected RULE_SET_INVALID with every problem and its place. */
export function parseRuleSet(input: unknown): RuleSet {
  const problems = ruleSetProblems(input);
  if (problems.length > 0) {
    const listed = problems.map(({ path, message }) => `${path}: ${message}`);
    return reject('RULE_SET_INVALID', { problems: listed });
  }
  return ruleSetSchema.parse(input);
}
