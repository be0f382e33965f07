import { z } from 'zod';

const textOrNull = z.string().nullable();

/** A plan without its drafts; `key` is the plan's id. */
const summary = z.object({
  key: z.string(),
  status: z.string(),
  title: z.string(),
  year: z.number(),
  number: textOrNull,
  date: textOrNull,
  taskCount: z.number(),
  targetCount: z.number(),
});

export const planListAnswer = z.object({ plans: z.array(summary) });

const draft = z.object({
  isDropped: z.boolean(),
  task: z.object({
    no: z.string(),
    title: z.string(),
    lead: z.array(z.string()),
    timeText: textOrNull,
    due: textOrNull,
  }),
});

export const planAnswer = z.object({
  plan: summary.extend({
    warnings: z.array(z.object({ line: z.number(), message: z.object({ vi: z.string() }) })),
    plan: z.object({ drafts: z.array(draft) }),
  }),
});
