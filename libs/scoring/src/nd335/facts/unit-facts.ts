import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { RATED_CLASSES } from '../rated-class';
import { amount } from '../rule-set/parameter';
import { count, eventIds } from './fact-fields';

const { id, text } = fields;

/** Tasks of a unit's year, counted by outcome. */
const unitTasks = z.strictObject({
  total: count(),
  done: count(),
  onTimeWithQuality: count(),
  /** Behind schedule. */
  late: count(),
  exceeded: count(),
  /** Null, or what the unit brings forward; whether it excuses is for the authority to weigh. */
  forceMajeure: z
    .strictObject({ reason: text(1000), eventIds: eventIds() })
    .nullable()
    .default(null),
  eventIds: eventIds(),
});
export type UnitTasks = z.infer<typeof unitTasks>;

const decree = z.strictObject({
  /** Marks by the criteria the province set. */
  score: z.strictObject({ general: amount(), result: amount(), eventIds: eventIds() }).nullable(),
  tasks: unitTasks.nullable(),
  /** Direct sub-units rated KHT. */
  subUnitsNotCompleted: z.array(z.strictObject({ unitId: id(), eventIds: eventIds() })).default([]),
  /** Null: nobody said yet whether earlier shortcomings are put right. */
  shortcomingsFixed: z.boolean().nullable(),
  /** Concluded wrongdoing in personnel work, or disunity. */
  wrongdoing: z.array(z.strictObject({ actId: id(), eventIds: eventIds() })).default([]),
});
export type UnitYear = z.infer<typeof decree>;

export const unitFacts = z.strictObject({
  id: id(),
  /** Units rated by the same authority share a quota. */
  groupId: id(),
  year: decree.nullable().default(null),
  /** The class its authority recognised; heads are rated after their units. */
  decidedClass: z
    .strictObject({ class: z.enum(RATED_CLASSES), eventIds: eventIds() })
    .nullable()
    .default(null),
  /** Tasks of a quarter that the collective did, for the Party's quarterly flags. */
  quarters: z
    .array(
      z.strictObject({
        quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4']),
        total: count(1),
        done: count(),
        eventIds: eventIds(),
      }),
    )
    .default([]),
});
export type UnitYearFacts = z.infer<typeof unitFacts>;
