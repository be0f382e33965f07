import type { Label } from '../label';
import { DECREE_RULE_SETS } from '../nd335/rule-set/read-rule-set';
import type { AnyParameter } from '../nd335/rule-set/parameter';
import type { DecreeRuleSet } from '../nd335/rule-set/rule-set';
import { emulationTemplateV1 } from '../tables/templates/emulation-template.v1';
import { reformTemplateV1 } from '../tables/templates/reform-template.v1';
import { placedItems } from '../tables/rules/table-problems';
import type { TableItem } from '../tables/rules/table-item';
import type { TableRules } from '../tables/rules/table-rules';
import type { TitleRules } from '../titles/title-rules';
import { titlesV1 } from '../titles/titles.v1';

/** A rule set of any kind that a file can hold. */
export type AnyRuleSet = DecreeRuleSet | TableRules | TitleRules;

/** One rule in a form that all kinds share. */
export interface RuleLine extends Omit<AnyParameter, 'value'> {
  readonly name: string;
  /** The value as it is written: text as it stands, anything else as JSON. */
  readonly value: string;
}

/** Rule sets that are shipped, templates included, by id. */
export const SHIPPED_RULE_SETS: Readonly<Record<string, AnyRuleSet>> = {
  ...DECREE_RULE_SETS,
  [titlesV1.id]: titlesV1,
  [emulationTemplateV1.id]: emulationTemplateV1,
  [reformTemplateV1.id]: reformTemplateV1,
};

/** Fields in an order of their own: a file may keep another. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const written = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '–' : JSON.stringify(value, inOrder);

function itemLine(item: TableItem, rules: TableRules): RuleLine {
  const { id, title, article, confidence, enabled, version, approver, kind, max } = item;
  const more = 'bands' in item ? item.bands : 'perUnit' in item ? { perUnit: item.perUnit } : {};
  return {
    name: id,
    value: written({ kind, max, ...(Array.isArray(more) ? { bands: more } : more) }),
    article,
    meaning: title,
    confidence,
    enabled,
    validFrom: item.validFrom ?? rules.validFrom,
    validUntil: item.validUntil ?? rules.validUntil,
    version,
    approver,
  };
}

/** Every rule of a set: its parameters, then the items of a table. */
export function ruleLines(ruleSet: AnyRuleSet): readonly RuleLine[] {
  const parameters: Readonly<Record<string, AnyParameter>> = ruleSet.parameters;
  const lines = Object.entries(parameters).map(([name, parameter]) => ({
    ...parameter,
    name,
    value: written(parameter.value),
  }));
  return ruleSet.subject === 'EMULATION_TABLE' || ruleSet.subject === 'REFORM_SHEET'
    ? [...lines, ...placedItems(ruleSet).map(([, item]) => itemLine(item, ruleSet))]
    : lines;
}

/** What a change touches, in words. */
export const FIELD_WORDS: Readonly<Record<string, Label>> = {
  value: { vi: 'giá trị', en: 'value' },
  article: { vi: 'căn cứ', en: 'legal basis' },
  confidence: { vi: 'mức tin cậy', en: 'confidence' },
  enabled: { vi: 'bật/tắt', en: 'on or off' },
  validFrom: { vi: 'hiệu lực từ', en: 'in force from' },
  validUntil: { vi: 'hiệu lực đến', en: 'in force until' },
  version: { vi: 'phiên bản', en: 'version' },
  approver: { vi: 'người phê duyệt', en: 'approver' },
};
