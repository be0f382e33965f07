import { z } from 'zod';
import { answerHeader } from '../connection';

/** What of the API's answers about performance is shown; everything else reaches programs through `--json`. */

const figure = z.object({ count: z.number() });

export const rateSchema = z.object({
  numerator: z.number(),
  denominator: z.number(),
  status: z.enum(['shown', 'noData', 'belowMinimum']),
  percent: z.string().nullable(),
});

const outcomeTable = z.object({
  total: figure,
  buckets: z.object({
    doneOnTime: figure,
    doneLate: figure,
    openInTime: figure,
    openOverdue: figure,
    noDate: figure,
    waiting: figure,
    notArisen: figure,
  }),
  rates: z.object({
    ofDue: rateSchema,
    ofAll: rateSchema,
    onTimeOfFinished: rateSchema,
    onTimeOfDue: rateSchema,
    overdueOfDue: rateSchema,
  }),
  daysLate: z.object({ total: z.number(), waitingForAuthority: z.number() }),
});
export type WrittenOutcomeTable = z.infer<typeof outcomeTable>;

const kpiSchema = z.object({
  byOriginalDate: outcomeTable,
  byDateInForce: outcomeTable,
  reporting: z.object({ rate: rateSchema, missing: figure, late: figure }),
  acceptance: z.object({ firstTime: rateSchema }),
  coordination: z.object({ rate: rateSchema }),
  obstacles: z.object({ raised: figure, resolved: figure }),
  extensions: z.object({ granted: figure }),
  reminders: figure,
});
export type WrittenKpi = z.infer<typeof kpiSchema>;

const view = answerHeader.extend({
  year: z.number(),
  asOf: z.string(),
  knownAt: z.string().nullable(),
});

export const kpiAnswer = view.extend({
  rule: z.object({ minimumN: z.number() }),
  department: kpiSchema.nullable(),
  units: z.array(z.object({ unitId: z.string(), name: z.string(), kpi: kpiSchema })),
});

const label = z.object({ vi: z.string() });

export const rankingAnswer = view.extend({
  isProvisional: z.boolean(),
  minimumN: z.number(),
  names: z.record(z.string(), z.string()),
  groups: z.array(
    z.object({
      label,
      flag: label.nullable(),
      entries: z.array(
        z.object({
          unitId: z.string(),
          rank: z.number().nullable(),
          unrankedBecause: z.enum(['noData', 'belowMinimum']).nullable(),
          rate: rateSchema,
          kpi: kpiSchema,
        }),
      ),
    }),
  ),
  excluded: z.array(z.object({ unitId: z.string(), because: label })),
});
