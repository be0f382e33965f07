export { readAnyRuleSet, shippedOfAnyKind } from './read-any';
export { ruleDiff, type ChangedField, type RuleChange } from './rule-diff';
export { ruleLines, SHIPPED_RULE_SETS, type AnyRuleSet, type RuleLine } from './rule-line';
