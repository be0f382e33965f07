import { DECREE_RULE_SETS, type DecreeRuleSet } from '@thidua/scoring';

export type CivilServantRules = Extract<DecreeRuleSet, { subject: 'CIVIL_SERVANTS' }>;

/** Rules for officials; null where the id names rules for units. */
export function rulesForOfficials(ruleSetId: string | undefined): CivilServantRules | null {
  const found = ruleSetId === undefined ? undefined : DECREE_RULE_SETS[ruleSetId];
  return found?.subject === 'CIVIL_SERVANTS' ? found : null;
}
