import { fields } from '@thidua/kernel';
import { z } from 'zod';

const { day, id, text } = fields;

export const label = z.strictObject({ vi: text(500), en: text(500) });

const AMOUNT = /^\d{1,9}(\/[1-9]\d{0,8}|\.\d{1,9})?$/;

/** Points, a share or a coefficient, exact: `27.5`, `5/6` or `3`; never negative. Text, so that no digit is lost in JSON. */
export const amount = () =>
  z
    .string({ error: 'phải là số viết thành chữ, ví dụ "27.5" (must be a number as text)' })
    .regex(AMOUNT, {
      error: 'phải là số không âm, ví dụ "27.5" hoặc "5/6" (must be like "27.5" or "5/6")',
    });

/** H: primary text read, or several sources agree; M: one good source; L: not confirmed, ships switched off. */
export const confidence = z.enum(['H', 'M', 'L']);

/** One rule of the law as data: its value, where it comes from, how sure we are, since when, and who approved it. */
export const parameterOf = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    value,
    /** Legal basis as it is cited: `Điều 14.2.b Nghị định 335/2025/NĐ-CP`. */
    article: text(300),
    meaning: label,
    confidence,
    /** A rule that is off has no effect; its value waits there to be confirmed. */
    enabled: z.boolean(),
    validFrom: day(),
    /** Last day in force; null while no end is known. */
    validUntil: day().nullable(),
    version: z.number().int().positive(),
    /** Who approved this value, by id; null for a value as shipped. */
    approver: id().nullable(),
  });

/** A parameter whatever its value: what all of them share. */
export type AnyParameter = z.infer<ReturnType<typeof parameterOf<z.ZodUnknown>>>;
