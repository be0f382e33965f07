import { z } from 'zod';

/** What the play reads of an entry of the audit trail; everything else is left aside. */
export const logEntry = z.object({
  position: z.string(),
  stream: z.string(),
  revision: z.number().int().nonnegative(),
  type: z.string(),
  occurredAt: z.string(),
  correlationId: z.string(),
  data: z.unknown(),
});
export type LogEntry = z.infer<typeof logEntry>;
