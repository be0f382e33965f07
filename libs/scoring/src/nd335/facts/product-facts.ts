import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../rule-set/parameter';
import { count, eventIds } from './fact-fields';

const { day, id, line, text } = fields;

/** A delay or a major content error. It does not count once the competent authority confirmed an objective cause. */
const occurrence = z.strictObject({
  on: day().nullable().default(null),
  /** Days of a delay; they count only where the rule set counts days. */
  days: count(1).default(1),
  objectiveCause: z
    .strictObject({
      reason: text(1000),
      /** Null until the competent authority confirmed it; until then it excuses nothing. */
      confirmedBy: id().nullable(),
      eventIds: eventIds(),
    })
    .nullable()
    .default(null),
  eventIds: eventIds(),
});
export type Occurrence = z.infer<typeof occurrence>;

/** Units of a product that were accepted; what is said of them holds for each of the `units`. */
const accepted = z.strictObject({
  units: count(1).default(1),
  majorErrors: z.array(occurrence).default([]),
  late: z.array(occurrence).default([]),
  eventIds: eventIds(),
});
export type AcceptedUnits = z.infer<typeof accepted>;

/** A product or piece of work of one period, converted by its coefficient as it was frozen at assignment. */
export const productFacts = z.strictObject({
  id: id(),
  title: line(500).nullable().default(null),
  /** Only what was originally assigned stands in the denominator; taken over and added work is extra. */
  origin: z.enum(['ASSIGNED', 'TAKEN_OVER', 'ADDED']).default('ASSIGNED'),
  /** Standard products that one unit of it is worth. */
  k: amount(),
  /** The catalogue in force at assignment. */
  catalogueVersion: text(80),
  quantity: count(1),
  accepted: z.array(accepted).default([]),
  /** Given to somebody else: stays in the giver's denominator. */
  handedOff: z
    .array(z.strictObject({ units: count(1), toPersonId: id(), eventIds: eventIds() }))
    .default([]),
  eventIds: eventIds(),
});
export type ProductFacts = z.infer<typeof productFacts>;
