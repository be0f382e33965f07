import { z } from 'zod';

/** The parts of the API's answers that are shown. */

const calendarDay = z.object({
  on: z.string(),
  kind: z.string(),
  isWorking: z.boolean(),
  name: z.string().nullable(),
  legalBasis: z.string(),
  confidence: z.string(),
});
export type ShownDay = z.infer<typeof calendarDay>;

export const yearAnswer = z.object({
  year: z.number(),
  calendarVersion: z.string(),
  workingDayCount: z.number(),
  workingDaysByMonth: z.array(z.number()),
  days: z.array(calendarDay),
});

export const deadlineAnswer = z.object({
  from: z.string(),
  days: z.number(),
  unit: z.string(),
  dueOn: z.string(),
  calendarVersion: z.string(),
  steps: z.array(z.object({ step: z.string(), nth: z.number().nullable(), day: calendarDay })),
});

export const noticesAnswer = z.object({
  notices: z.array(
    z.object({
      added: z.object({
        noticeId: z.string(),
        title: z.string(),
        validFrom: z.string(),
        document: z.object({ number: z.string(), date: z.string().nullable() }).nullable(),
        days: z.array(z.object({ on: z.string(), becomes: z.string() })),
      }),
      withdrawn: z.object({ withdrawnOn: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
