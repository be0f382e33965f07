import { toNfcDeep } from '@thidua/kernel';
import { listed, rejectScoring } from '../../nd335/nd335.rejections';
import { placedItems, tableRulesProblems } from './table-problems';
import { tableRulesSchema, type TableRules } from './table-rules';

/** @throws CommandRejected RULE_SET_INVALID with every problem and its place. */
export function readTableRules(input: unknown): TableRules {
  const problems = tableRulesProblems(toNfcDeep(input));
  if (problems.length > 0) {
    return rejectScoring('RULE_SET_INVALID', { problems: listed(problems) });
  }
  return tableRulesSchema.parse(toNfcDeep(input));
}

interface Validity {
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** @throws CommandRejected RULE_SET_NOT_IN_FORCE when the table, a rule or an item that is on does not hold at the year's end. */
export function requireTableInForce(rules: TableRules, year: number): void {
  const day = `${year}-12-31`;
  const holds = ({ validFrom, validUntil }: Validity): boolean =>
    validFrom <= day && (validUntil === null || day <= validUntil);
  const items = placedItems(rules).map(([, item]) => ({
    ...item,
    validFrom: item.validFrom ?? rules.validFrom,
    validUntil: item.validUntil ?? rules.validUntil,
  }));
  const parts: readonly (readonly [string, Validity & { readonly enabled: boolean }])[] = [
    ['toàn bộ', { ...rules, enabled: true }],
    ...Object.entries(rules.parameters),
    ...items.map((item) => [item.id, item] as const),
  ];
  const failing = parts.find(([, part]) => part.enabled && !holds(part));
  if (failing === undefined) return;
  const [what, { validFrom: from, validUntil }] = failing;
  const until = validUntil ?? '…';
  rejectScoring('RULE_SET_NOT_IN_FORCE', { ruleSet: rules.id, day, from, until, what });
}
