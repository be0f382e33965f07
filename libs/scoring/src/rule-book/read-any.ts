import { readDecreeRuleSet } from '../nd335/rule-set/read-rule-set';
import { rejectScoring } from '../nd335/nd335.rejections';
import { readTableRules } from '../tables/rules/read-table';
import { TABLE_SUBJECTS } from '../tables/rules/table-rules';
import { readTitleRules } from '../titles/title-sheet';
import { SHIPPED_RULE_SETS, type AnyRuleSet } from './rule-line';

const subjectOf = (input: unknown): string =>
  typeof input === 'object' && input !== null && 'subject' in input ? String(input.subject) : '';

/**
 * A rule set file of any kind, by its `subject`.
 * @throws CommandRejected RULE_SET_INVALID with every problem and its place.
 */
export function readAnyRuleSet(input: unknown): AnyRuleSet {
  const subject = subjectOf(input);
  if (TABLE_SUBJECTS.includes(subject)) return readTableRules(input);
  return subject === 'EMULATION_TITLES' ? readTitleRules(input) : readDecreeRuleSet(input);
}

/** @throws CommandRejected RULE_SET_UNKNOWN with the known ids. */
export const shippedOfAnyKind = (ruleSet: string): AnyRuleSet =>
  SHIPPED_RULE_SETS[ruleSet] ??
  rejectScoring('RULE_SET_UNKNOWN', { ruleSet, known: Object.keys(SHIPPED_RULE_SETS) });
