import { z } from 'zod';

/** What every answer of a read model begins with: the log position at which it is true. */
export const answerHeader = z.object({
  position: z.string(),
  /** False when the read model had not come as far as asked within the server's patience. */
  caughtUp: z.boolean(),
});
