import { invariant } from '@thidua/kernel';
import { DECREE_RULE_SETS, type DecreeRuleSet } from '@thidua/scoring';

export type OrganisationRules = Extract<DecreeRuleSet, { subject: 'ORGANISATIONS' }>;

/** Rules for units of decree 335/2025; null where the id names other rules. */
export function rulesForOrganisations(ruleSetId: string | undefined): OrganisationRules | null {
  const found = ruleSetId === undefined ? undefined : DECREE_RULE_SETS[ruleSetId];
  return found?.subject === 'ORGANISATIONS' ? found : null;
}

/** The rules for units that are shipped. */
export function organisationRules(): OrganisationRules {
  const rules = rulesForOrganisations('ND335_ORG');
  invariant(rules, 'the rules for units are shipped');
  return rules;
}
