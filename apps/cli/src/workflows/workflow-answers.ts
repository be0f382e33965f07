import { z } from 'zod';

const label = z.object({ vi: z.string(), en: z.string() });

const summary = z.object({
  id: z.string(),
  version: z.number(),
  label,
  origin: z.enum(['shipped', 'published']),
  isRetired: z.boolean(),
  isNewest: z.boolean(),
  stateCount: z.number(),
  transitionCount: z.number(),
  timerCount: z.number(),
});

export const workflowListAnswer = z.object({ workflows: z.array(summary) });

export const workflowAnswer = z.object({
  summary,
  definition: z.object({
    states: z.array(z.object({ name: z.string(), phase: z.string(), final: z.boolean(), label })),
    transitions: z.array(
      z.object({
        from: z.array(z.string()),
        to: z.string(),
        by: z.array(z.string()),
        requires: z.array(z.string()),
        label,
      }),
    ),
    timers: z.array(
      z.object({ name: z.string(), does: z.string(), to: z.array(z.string()), label }),
    ),
  }),
});

export const validationAnswer = z.object({
  valid: z.boolean(),
  problems: z.array(
    z.object({
      place: z.string(),
      line: z.number().nullable(),
      column: z.number().nullable(),
      vi: z.string(),
    }),
  ),
  definition: z.object({ id: z.string(), version: z.number(), label }).nullable(),
  nextVersion: z.number().nullable(),
});

export const publishedAnswer = z.object({
  id: z.string(),
  version: z.number(),
  repeated: z.boolean(),
  events: z.array(z.object({ type: z.string() })),
});

const timer = z.object({
  name: z.string(),
  days: z.number(),
  counted: z.string(),
  label,
});

const standing = z.object({
  workflow: z.string(),
  state: z.string(),
  stateLabel: label,
  dueOn: z.string().nullable(),
});

const migration = z.object({
  taskId: z.string(),
  no: z.string(),
  outcome: z.enum(['moves', 'ended', 'noCounterpart']),
  before: standing,
  after: standing.nullable(),
  timersRemoved: z.array(timer),
  timersAdded: z.array(timer),
});
export type Migration = z.infer<typeof migration>;

export const migrationAnswer = z.object({
  from: z.string(),
  to: z.string(),
  tasks: z.array(migration),
  moved: z.array(z.object({ taskId: z.string() })).optional(),
});
