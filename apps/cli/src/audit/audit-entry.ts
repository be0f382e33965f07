import { z } from 'zod';

const idOrNull = z.string().nullable();

/** One event as the audit trail gives it. */
export const auditEntry = z.object({
  position: z.string(),
  eventId: z.string(),
  stream: z.string(),
  revision: z.number(),
  type: z.string(),
  schemaVersion: z.number(),
  taskId: idOrNull,
  planId: idOrNull,
  occurredAt: z.string(),
  recordedAt: z.string(),
  actorKind: z.string(),
  actorId: z.string(),
  actorUnitId: idOrNull,
  actorRole: idOrNull,
  onBehalfOf: idOrNull,
  legalBasis: idOrNull,
  correlationId: z.string(),
  causationId: z.string(),
  data: z.unknown(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** What is asked of a page of the trail: whether anything was left out of it. */
export const auditPage = z.object({ withheld: z.array(z.string()) });
