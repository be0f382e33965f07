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
