import { z } from 'zod';
import { amount, parameterOf } from '../../nd335/rule-set/parameter';
import { ruleSetHeader } from '../../nd335/rule-set/rule-set';
import { criterion, tableItem } from './table-item';

const shared = {
  /** Full marks: the maxima of the items in use add up to it. */
  scale: parameterOf(amount()),
  /** What becomes of an item that had no occasion to arise. While it is off such a case is for the authority. */
  notArisen: parameterOf(z.enum(['EXCLUDED', 'FULL_MARKS'])),
  /** An item without a document, task, product or file behind it gets nothing. */
  evidenceRequired: parameterOf(z.literal(true)),
};

const emulationTable = z.strictObject({
  subject: z.literal('EMULATION_TABLE'),
  ...ruleSetHeader,
  parameters: z.strictObject({
    ...shared,
    bonusCap: parameterOf(amount()),
    /** While it is off penalties are taken in full. */
    penaltyCap: parameterOf(amount()),
  }),
  items: z.array(tableItem),
  bonuses: z.array(tableItem).default([]),
  penalties: z.array(tableItem).default([]),
});

const reformSheet = z.strictObject({
  subject: z.literal('REFORM_SHEET'),
  ...ruleSetHeader,
  parameters: z.strictObject({
    ...shared,
    /** Which number the index is made of, beside the survey. */
    indexStage: parameterOf(z.enum(['APPRAISED', 'FINAL'])),
  }),
  items: z.array(criterion),
});

/** Tables of a province or an agency: what is marked is local, how points follow from it is not. */
export const tableRulesSchema = z.discriminatedUnion('subject', [emulationTable, reformSheet]);
export type TableRules = z.infer<typeof tableRulesSchema>;
/** A table as it is written, with what may be left out left out. */
export type WrittenTableRules = z.input<typeof tableRulesSchema>;
export type EmulationTable = z.infer<typeof emulationTable>;
export type ReformSheetRules = z.infer<typeof reformSheet>;
export const TABLE_SUBJECTS: readonly string[] = ['EMULATION_TABLE', 'REFORM_SHEET'];
