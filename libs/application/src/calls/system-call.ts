import type { Instant, RecordedEvent } from '@thidua/kernel';
import type { Call } from './call';
import { derivedId } from './derived-call';

/** What a process manager does because of an event: the system acts, and the chain leads back to who caused it. */
export const systemCall = (
  manager: string,
  event: RecordedEvent,
  part: string,
  occurredAt: Instant = event.metadata.occurredAt,
): Call => ({
  commandId: derivedId(manager, event.id, part),
  correlationId: event.metadata.correlationId,
  causationId: event.id,
  actor: { kind: 'system' },
  occurredAt,
  expectedRevision: null,
});
