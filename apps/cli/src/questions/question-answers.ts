import { z } from 'zod';
import { answerHeader } from '../connection';

/** What of the API's answers to questions is shown; everything else reaches programs through `--json`. */

const words = { vi: z.string() };

export const questionList = z.object({
  questions: z.array(
    z.object({ number: z.number(), name: z.string(), ...words, takes: z.array(z.string()) }),
  ),
});

const column = z.object({
  field: z.string(),
  kind: z.enum(['text', 'number', 'day', 'month', 'time', 'unit', 'person', 'flag']),
  ...words,
  values: z.record(z.string(), z.string()).optional(),
});

export const questionAnswer = answerHeader.extend({
  question: z.object({ number: z.number(), ...words }),
  year: z.number(),
  asOf: z.string(),
  knownAt: z.string().nullable(),
  figures: z.array(z.object({ ...words, value: z.union([z.string(), z.number(), z.null()]) })),
  sections: z.array(
    z.object({
      ...words,
      columns: z.array(column),
      rows: z.array(z.looseObject({ eventIds: z.array(z.string()) })),
    }),
  ),
  names: z.object({
    units: z.record(z.string(), z.string()),
    people: z.record(z.string(), z.string()),
  }),
});

export type WrittenAnswer = z.infer<typeof questionAnswer>;
export type WrittenColumn = z.infer<typeof column>;
