import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { amount, confidence, label } from '../../nd335/rule-set/parameter';

const { day, id, text } = fields;

const item = {
  id: id(),
  title: label,
  /** The most points it gives; for a penalty, the most it takes. */
  max: amount(),
  /** Legal basis: the decision of the province, the article of the table. */
  article: text(300),
  confidence,
  enabled: z.boolean().default(true),
  /** Null: as long as the table. */
  validFrom: day().nullable().default(null),
  validUntil: day().nullable().default(null),
  version: z.number().int().positive().default(1),
  approver: id().nullable().default(null),
};

const band = z.strictObject({
  /** Share of what was planned, from which on the band is reached. */
  atLeast: amount(),
  /** `RATIO`: `max × min(1, done / planned)`. */
  points: z.union([z.literal('RATIO'), amount()], {
    error: 'phải là "RATIO" hoặc một số điểm, ví dụ "27.5" (must be "RATIO" or points)',
  }),
});

/** How points follow from what is marked; `extra` are the fields one kind of table adds to each item. */
const itemOf = <Extra extends z.ZodRawShape>(extra: Extra) =>
  z.discriminatedUnion('kind', [
    /** All or nothing: `max` when met. */
    z.strictObject({ kind: z.literal('FIXED'), ...item, ...extra }),
    /** `max × min(1, done / planned)`. */
    z.strictObject({ kind: z.literal('RATIO'), ...item, ...extra }),
    /** The first band that `done / planned` reaches, best first; nothing below the last. */
    z.strictObject({
      kind: z.literal('BANDS'),
      ...item,
      bands: z.array(band).min(1),
      ...extra,
    }),
    /** `min(max, count × perUnit)`. */
    z.strictObject({ kind: z.literal('COUNT'), ...item, perUnit: amount(), ...extra }),
  ]);

export const tableItem = itemOf({});
export type TableItem = z.infer<typeof tableItem>;

/** A criterion of the administrative reform sheet. */
export const criterion = itemOf({
  /** The most points a survey of outsiders gives; `0` where there is none. */
  surveyMax: amount().default('0'),
  /** The unit that answers for the criterion. */
  unitId: id().nullable().default(null),
});
export type Criterion = z.infer<typeof criterion>;
