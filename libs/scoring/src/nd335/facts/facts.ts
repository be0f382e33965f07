import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../rule-set/parameter';
import { count, decision, eventIds } from './fact-fields';
import { personFacts } from './person-facts';
import { unitFacts } from './unit-facts';

const { day, id, line, year } = fields;

/** People or units among whom HTXS is counted: one agency, similar duties; or one authority. */
const group = z.strictObject({
  id: id(),
  title: line(200).nullable().default(null),
  /** A larger share for an outstanding organisation, as its authority decided. */
  raisedShare: z
    .strictObject({ share: amount(), ...decision, eventIds: eventIds() })
    .nullable()
    .default(null),
  /** Who goes first among equals at the cut line, best first, as the authority decided. */
  tieBreak: z
    .strictObject({ order: z.array(id()).min(2), ...decision, eventIds: eventIds() })
    .nullable()
    .default(null),
});
export type GroupFacts = z.infer<typeof group>;

/** Tasks a higher authority gave, one state each at the cut-off day; the five states add up to the total. */
const taskTable = z.strictObject({
  id: id(),
  asOf: day(),
  doneOnTime: count(),
  doneLate: count(),
  openInTime: count(),
  openOverdue: count(),
  noDeadline: count().default(0),
  total: count(),
  eventIds: eventIds(),
});
export type TaskTableFacts = z.infer<typeof taskTable>;

export const factsSchema = z.strictObject({
  format: z.literal('thidua-facts/1', {
    error: 'phải là "thidua-facts/1" (must be "thidua-facts/1")',
  }),
  year: year(),
  /** The agency that classes. */
  agencyId: id(),
  groups: z.array(group).default([]),
  people: z.array(personFacts).default([]),
  units: z.array(unitFacts).default([]),
  taskTables: z.array(taskTable).default([]),
});

/** Everything a year-end score rests on, beside the rule set. */
export type Facts = z.infer<typeof factsSchema>;
/** A facts file as it is written, with what may be left out left out. */
export type WrittenFacts = z.input<typeof factsSchema>;
