import { DAY_UNITS, DEADLINE_DAYS_MAX } from '@thidua/calendar';
import { fields } from '@thidua/kernel';
import { z } from 'zod';

const { document, evidence, id } = fields;

/** A field that may be left out; absent and null mean the same and are read as null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullable().default(null);

/** A list that may be left out. */
export const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).default([]);

/** For which unit the actor speaks; needed only when the task and the actor's posts leave more than one. */
export const speakingUnit = { unitId: optional(id()) };

export const optionalDocument = optional(document());

export const evidenceList = list(evidence());

/** A due date by count: so many days after the day it is counted from, which is not counted itself. */
export const dueIn = z.strictObject({
  days: z
    .number({ error: 'phải là số ngày (must be a number of days)' })
    .int({ error: 'phải là số nguyên (must be a whole number)' })
    .min(1, { error: 'ít nhất 1 ngày (at least 1 day)' })
    .max(DEADLINE_DAYS_MAX, {
      error: `nhiều nhất ${DEADLINE_DAYS_MAX} ngày (at most ${DEADLINE_DAYS_MAX} days)`,
    }),
  unit: z.enum(DAY_UNITS, {
    error: 'phải là working (ngày làm việc) hoặc calendar (ngày) (must be working or calendar)',
  }),
});
