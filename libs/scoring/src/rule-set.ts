import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { MEASURE_NAMES } from './measures/measure-names';

const { day, id, text } = fields;

const label = z.strictObject({ vi: text(500), en: text(500) });

/** Points or a share, exact: `25`, `5/6` or `0.25`; never negative. Text, so that no digit is lost in JSON. */
const amount = z.string().regex(/^\d{1,9}(\/[1-9]\d{0,8}|\.\d{1,9})?$/, {
  error: 'phải là số không âm viết bằng chữ số, ví dụ "25" hoặc "5/6" (must be like "25" or "5/6")',
});

/** Where a parameter comes from: the law itself, or a proposal that the Office has to confirm. */
const basis = z.strictObject({ nature: z.enum(['law', 'proposal']), text: label });

const item = {
  id: id(),
  title: label,
  measure: z.enum(MEASURE_NAMES),
  /** The most points it gives; for a penalty, the most it takes. */
  max: amount,
  legalBasis: z.array(basis).min(1),
  /** H: primary text read, or several sources agree; M: one good source; L: not confirmed, ships switched off. */
  confidence: z.enum(['H', 'M', 'L']),
  enabled: z.boolean(),
};

/** `max × min(1, earned / possible)`; `deductPerTime` is the part of an entry taken off for each occurrence. */
const ratio = z.strictObject({
  kind: z.literal('RATIO'),
  ...item,
  deductPerTime: amount.nullable(),
});

/** The first band reached by `earned / possible`, best first; `RATIO` as points means `max × earned / possible`. */
const bands = z.strictObject({
  kind: z.literal('BANDS'),
  ...item,
  bands: z
    .array(z.strictObject({ atLeast: amount, points: z.union([z.literal('RATIO'), amount]) }))
    .min(1),
});

/** All or nothing: `max` when everything possible was earned. */
const fixed = z.strictObject({ kind: z.literal('FIXED'), ...item });

/** `min(max, earned × perUnit)`. */
const count = z.strictObject({ kind: z.literal('COUNT'), ...item, perUnit: amount });

/** Bonuses and penalties stand beside the scale, each side under a cap of its own. */
const side = z.strictObject({ cap: amount, items: z.array(count) });

const rankingGroup = z.strictObject({
  id: id(),
  title: label,
  kinds: z.array(text(60)).min(1),
  flag: label.nullable(),
});

export const ruleSetSchema = z.strictObject({
  id: id(),
  version: z.number().int().positive(),
  title: label,
  /** A proposal is shown with "cần xác nhận" wherever it is used. */
  status: z.enum(['confirmed', 'proposal']),
  validFrom: day(),
  validUntil: day().nullable(),
  legalBasis: z.array(basis).min(1),
  /** Full marks; the maxima of the items in use add up to it. */
  scale: amount,
  items: z.array(z.discriminatedUnion('kind', [ratio, bands, fixed, count])).min(1),
  bonuses: side,
  penalties: side,
  /** Names of result classes, best first; null where the rule set does not classify. */
  bands: z
    .array(z.strictObject({ atLeast: amount, title: label }))
    .min(1)
    .nullable(),
  /** Fewest judged tasks with which a unit is ranked. */
  minimumN: z.number().int().nonnegative(),
  /** Like with like: units are ranked within a group; a kind in no group is not ranked. */
  rankingGroups: z.array(rankingGroup),
});

/** How points follow from measures: data with a version, from the law or from a proposal, and hashed into every sheet. */
export type RuleSet = z.infer<typeof ruleSetSchema>;
export type RuleItem = RuleSet['items'][number];
export type LegalBasis = z.infer<typeof basis>;
