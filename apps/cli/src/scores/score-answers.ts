import { z } from 'zod';

const points = z.object({ exact: z.string(), decimal: z.string() });
const label = z.object({ vi: z.string() });
const status = z.enum(['scored', 'INSUFFICIENT_DATA', 'NEEDS_AUTHORITY']);

const rank = z.object({
  unitId: z.string(),
  rank: z.number().nullable(),
  unrankedBecause: z.string().nullable(),
  total: points,
});

/** What of a score sheet is shown. */
export const scoreSheet = z.object({
  year: z.number(),
  asOf: z.string(),
  position: z.string(),
  ruleSet: z.object({
    id: z.string(),
    version: z.number(),
    title: label,
    status: z.string(),
    hash: z.string(),
  }),
  scale: z.string(),
  minimumN: z.number(),
  units: z.array(
    z.object({
      unit: z.object({ unitId: z.string() }),
      status,
      total: points,
      outOf: points,
      band: label.nullable(),
    }),
  ),
  groups: z.array(z.object({ title: label, flag: label.nullable(), ranks: z.array(rank) })),
  notRanked: z.array(rank),
});
export type WrittenSheet = z.infer<typeof scoreSheet>;
export type WrittenRank = z.infer<typeof rank>;

export const sheetAnswer = z.object({ sheet: scoreSheet, isFrozen: z.boolean() });

export const explanationAnswer = z.object({
  explanation: z.object({ vi: z.array(z.string()) }),
});

export const freezeAnswer = z.object({ position: z.string().nullable(), sheetHash: z.string() });
