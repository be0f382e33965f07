import { fields } from '@thidua/kernel';
import { z } from 'zod';

const { day, evidence, id, reason, text } = fields;

const successor = z.strictObject({
  personId: id(),
  /** The unit in which the successor takes it over; the unit that gave it when left out. */
  unitId: id().nullable().default(null),
  /** Ids or numbers of the tasks; null takes everything that nobody else is named for. */
  tasks: z.array(text(80)).nullable().default(null),
});
export type Successor = z.infer<typeof successor>;

/** What is asked when the work of a person is handed over. */
export const handOverRequest = z.strictObject({
  to: z.array(successor).min(1, { error: 'phải nêu người nhận (name a successor)' }),
  /** Only work given by this unit; null takes the work of all units. */
  unitId: id().nullable().default(null),
  /** Day of the hand-over; the day of the call when left out. */
  on: day().nullable().default(null),
  reason: reason(),
  papers: z.array(evidence()).default([]),
  /** Head of the other unit who agrees, where a head hands work on to another unit; the Office needs nobody. */
  agreedBy: id().nullable().default(null),
});
export type HandOverRequest = z.infer<typeof handOverRequest>;
