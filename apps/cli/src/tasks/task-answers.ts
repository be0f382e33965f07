import { z } from 'zod';
import { answerHeader } from '../connection';

const textOrNull = z.string().nullable();

/** What of a task on the board is shown. */
const boardTask = z.object({
  key: z.string(),
  planId: z.string(),
  no: z.string(),
  title: z.string(),
  state: z.string(),
  stateLabel: z.object({ vi: z.string() }).nullable(),
  workflowId: z.string(),
  workflowVersion: z.number(),
  leads: z.array(z.object({ unitId: z.string(), role: z.string() })),
  coordinatingUnitIds: z.array(z.string()),
  dueOriginalOn: textOrNull,
  dueOn: textOrNull,
  condition: textOrNull,
  timeText: textOrNull,
  assignedOn: textOrNull,
  completedOn: textOrNull,
  products: z.array(z.object({ title: z.string(), status: z.string() })),
  assignments: z.array(
    z.object({ personId: z.string(), what: textOrNull, finishedOn: textOrNull }),
  ),
  priority: z.string(),
  carriedOverTo: textOrNull,
  predecessorIds: z.array(z.string()),
  objectingUnitIds: z.array(z.string()),
  partReportedByUnitIds: z.array(z.string()),
  milestoneReachedOn: textOrNull,
  periods: z.array(
    z.object({
      period: z.string(),
      reportDueOn: z.string(),
      reportedByUnitIds: z.array(z.string()),
    }),
  ),
  count: z.object({
    target: z.number().nullable(),
    what: textOrNull,
    occurrenceIds: z.array(z.string()),
  }),
  lastReport: z
    .object({
      kind: z.string(),
      unitId: z.string(),
      period: textOrNull,
      reportedOn: z.string(),
      percent: z.number().nullable(),
      text: textOrNull,
    })
    .nullable(),
});
export type BoardTask = z.infer<typeof boardTask>;

export const taskListAnswer = answerHeader.extend({
  tasks: z.array(boardTask),
  next: z.string().nullable(),
});

export const taskAnswer = answerHeader.extend({
  task: boardTask,
  revision: z.number(),
  steps: z.array(z.string()),
});

export const taskChainAnswer = answerHeader.extend({
  chain: z.array(
    z.object({
      key: z.string(),
      year: z.number(),
      no: z.string(),
      title: z.string(),
      state: z.string(),
      dueOriginalOn: textOrNull,
      completedOn: textOrNull,
      carriedOverTo: textOrNull,
    }),
  ),
});
