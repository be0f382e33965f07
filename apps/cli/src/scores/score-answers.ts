import { z } from 'zod';

const points = z.object({ exact: z.string(), decimal: z.string() });
const label = z.object({ vi: z.string() });

const rank = z.object({
  unitId: z.string(),
  rank: z.number().nullable(),
  unrankedBecause: z.string().nullable(),
  total: points,
});

/** What of a score sheet is shown. */
const scoreSheet = z.object({
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
      total: points,
      outOf: points,
      band: label.nullable(),
    }),
  ),
  groups: z.array(z.object({ title: label, flag: label.nullable(), ranks: z.array(rank) })),
  notRanked: z.array(rank),
});
export type WrittenRank = z.infer<typeof rank>;

const status = z.enum(['provisional', 'frozen']);

export const sheetAnswer = scoreSheet.extend({
  sheetHash: z.string(),
  status,
  /** Whether the frozen sheet computed again has the hash that was recorded; null while nothing is frozen. */
  matchesRecord: z.boolean().nullable(),
  names: z.record(z.string(), z.string()),
});
export type WrittenSheet = z.infer<typeof sheetAnswer>;

export const explanationAnswer = z.object({
  year: z.number(),
  asOf: z.string(),
  position: z.string(),
  sheetHash: z.string(),
  status,
  unitName: z.string(),
  rank: z.object({ group: z.string(), rank: z.number().nullable(), of: z.number() }).nullable(),
  explanation: z.object({ vi: z.array(z.string()) }),
});

export const freezeAnswer = z.object({
  position: z.string(),
  asOf: z.string(),
  sheetHash: z.string(),
  events: z.array(z.object({ type: z.string() })),
});
