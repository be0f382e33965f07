import type { Label } from '../label';
import { FIELD_WORDS, ruleLines, type AnyRuleSet, type RuleLine } from './rule-line';

export interface ChangedField {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** One rule that is not the same in both sets. */
export interface RuleChange {
  readonly name: string;
  readonly what: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly fields: readonly ChangedField[];
  /** Legal basis of the rule as it now is. */
  readonly article: string;
  readonly words: Label;
}

const FIELDS = [
  'value',
  'article',
  'confidence',
  'enabled',
  'validFrom',
  'validUntil',
  'version',
  'approver',
] as const;

const shown = (line: RuleLine, field: (typeof FIELDS)[number]): string => {
  const value = line[field];
  if (typeof value === 'boolean') return value ? 'bật' : 'tắt';
  return value === null ? '–' : String(value);
};

const inForce = ({ validFrom, validUntil }: RuleLine): string =>
  `${validFrom}–${validUntil ?? '…'}`;

function changed(before: RuleLine, after: RuleLine): readonly RuleChange[] {
  const fields = FIELDS.filter((field) => shown(before, field) !== shown(after, field)).map(
    (field) => ({ field, from: shown(before, field), to: shown(after, field) }),
  );
  if (fields.length === 0) return [];
  const told = (language: keyof Label) =>
    fields
      .map(({ field, from, to }) => `${FIELD_WORDS[field]?.[language] ?? field} ${from} → ${to}`)
      .join('; ');
  const { name, article, meaning } = after;
  const words = {
    vi: `${meaning.vi}: ${told('vi')} (${article}; hiệu lực ${inForce(after)})`,
    en: `${meaning.en}: ${told('en')} (${article}; in force ${inForce(after)})`,
  };
  return [{ name, what: 'CHANGED', fields, article, words }];
}

function alone(line: RuleLine, what: 'ADDED' | 'REMOVED'): RuleChange {
  const { name, article, meaning, value } = line;
  const [vi, en] = what === 'ADDED' ? ['thêm', 'added'] : ['bỏ', 'removed'];
  const words = {
    vi: `${meaning.vi}: ${vi}, giá trị ${value} (${article}; hiệu lực ${inForce(line)})`,
    en: `${meaning.en}: ${en}, value ${value} (${article}; in force ${inForce(line)})`,
  };
  return { name, what, fields: [], article, words };
}

/** What is otherwise in the second rule set, rule by rule in the order of the first; empty when nothing is. */
export function ruleDiff(a: AnyRuleSet, b: AnyRuleSet): readonly RuleChange[] {
  const [before, after] = [ruleLines(a), ruleLines(b)];
  const inOther = (lines: readonly RuleLine[], { name }: RuleLine) =>
    lines.find((each) => each.name === name);
  return [
    ...before.flatMap((line) => {
      const other = inOther(after, line);
      return other === undefined ? [alone(line, 'REMOVED')] : changed(line, other);
    }),
    ...after
      .filter((line) => inOther(before, line) === undefined)
      .map((line) => alone(line, 'ADDED')),
  ];
}
