import { z } from 'zod';

/** What of a command's answer is shown. */
export const stepAnswer = z.object({
  stream: z.string(),
  events: z.array(z.object({ type: z.string() })),
});

const document = z.object({ number: z.string() });

const cycle = z.object({
  key: z.string(),
  year: z.number(),
  status: z.string(),
  ruleSet: z.object({ id: z.string(), version: z.number() }),
  appealDueOn: z.string().nullable(),
});
export type WrittenCycle = z.infer<typeof cycle>;

export const cyclesAnswer = z.object({ evaluations: z.array(cycle) });

const wholeCycle = cycle.extend({
  frozen: z.object({ position: z.string(), asOf: z.string() }).nullable(),
  computed: z.object({ sheetHash: z.string() }).nullable(),
  adjustments: z.array(
    z.object({
      unitId: z.string(),
      personId: z.string().nullable(),
      line: z.string(),
      points: z.string(),
      reason: z.string(),
      adjustedBy: z.string().nullable(),
      agreedBy: z.string(),
    }),
  ),
  published: z.object({ document, publishedOn: z.string() }).nullable(),
  appeals: z.array(
    z.object({
      received: z.object({
        appealId: z.string(),
        subjectId: z.string(),
        receivedOn: z.string(),
        dueOn: z.string(),
      }),
      answered: z
        .object({ outcome: z.string(), answeredOn: z.string(), late: z.boolean() })
        .nullable(),
    }),
  ),
  newClasses: z.array(
    z.object({
      subjectId: z.string(),
      was: z.string().nullable(),
      becomes: z.string(),
      decision: document,
    }),
  ),
  amendments: z.array(
    z.object({
      position: z.string(),
      recordedOn: z.string(),
      reason: z.string(),
      rankMoves: z.array(
        z.object({
          subjectId: z.string(),
          from: z.number().nullable(),
          to: z.number().nullable(),
        }),
      ),
    }),
  ),
  history: z.array(
    z.object({
      eventId: z.string(),
      type: z.string(),
      occurredAt: z.string(),
      actorId: z.string(),
    }),
  ),
});
export type WrittenWholeCycle = z.infer<typeof wholeCycle>;

export const cycleAnswer = z.object({ evaluation: wholeCycle, isWhole: z.boolean() });
