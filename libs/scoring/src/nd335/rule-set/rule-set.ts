import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { civilServantParameters } from './civil-servant-parameters';
import { historicalParameters, organisationParameters } from './organisation-parameters';
import { label } from './parameter';

const { day, id, text } = fields;

/** What every rule set says of itself. */
export const ruleSetHeader = {
  id: id(),
  version: z.number().int().positive(),
  title: label,
  /** A proposal is shown with "cần xác nhận" wherever it is used. */
  status: z.enum(['confirmed', 'proposal']),
  validFrom: day(),
  validUntil: day().nullable(),
  /** Who put it in force for the office, by id; null for a rule set as shipped. */
  approver: id().nullable(),
  legalBasis: z.array(z.strictObject({ article: text(300), text: label })).min(1),
};

export const civilServantRuleSet = z.strictObject({
  subject: z.literal('CIVIL_SERVANTS'),
  ...ruleSetHeader,
  parameters: civilServantParameters,
});
const organisationRuleSet = z.strictObject({
  subject: z.literal('ORGANISATIONS'),
  ...ruleSetHeader,
  parameters: organisationParameters,
});
const historicalRuleSet = z.strictObject({
  subject: z.literal('CIVIL_SERVANTS_UNTIL_2025'),
  ...ruleSetHeader,
  parameters: historicalParameters,
});

/** The rule sets of the decrees that rate public offices: who is rated decides which parameters there are. */
export const decreeRuleSetSchema = z.discriminatedUnion('subject', [
  civilServantRuleSet,
  organisationRuleSet,
  historicalRuleSet,
]);

/** Rules of a decree as data: versioned, dated, each parameter with its legal basis; hashed into every sheet. */
export type DecreeRuleSet = z.infer<typeof decreeRuleSetSchema>;
export type CivilServantRules = z.infer<typeof civilServantRuleSet>;
export type OrganisationRules = z.infer<typeof organisationRuleSet>;
export type HistoricalRules = z.infer<typeof historicalRuleSet>;
export type QuotaRules = Pick<
  CivilServantRules['parameters'],
  'quotaShare' | 'quotaShareMax' | 'quotaBase' | 'quotaRound'
>;
