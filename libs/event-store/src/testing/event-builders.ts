import { randomUUID } from 'node:crypto';
import { instant, type Json } from '@thidua/kernel';
import { eventIdOf } from '../event-id';
import type { AppendRequest, Appended, AppendResult, NewEvent } from '../event-store';

/** An event for tests; the given parts replace the usual ones. */
export const newEvent = (parts: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'PaperFiled',
  schemaVersion: 1,
  data: { title: 'Báo cáo tháng' },
  metadata: {
    occurredAt: instant('2026-01-05T08:30:00.250+07:00'),
    actor: { kind: 'person', id: 'p-1', unitId: 'u-1', role: 'clerk', onBehalfOf: null },
    correlationId: 'correlation-1',
    causationId: 'causation-1',
  },
  ...parts,
});

/** An append of so many plain events (1 unless told otherwise) to a stream that may be in any state. */
export function appendTo(
  stream: string,
  {
    eventCount = 1,
    data,
    ...parts
  }: Partial<AppendRequest> & { readonly eventCount?: number; readonly data?: Json } = {},
): AppendRequest {
  const commandId = parts.commandId ?? randomUUID();
  const plainEvent = (_: unknown, index: number): NewEvent =>
    newEvent({ id: eventIdOf(commandId, index), ...(data === undefined ? {} : { data }) });
  return {
    stream,
    expected: 'any',
    commandId,
    fingerprint: 'asked-for',
    events: parts.events ?? Array.from({ length: eventCount }, plainEvent),
    ...parts,
  };
}

/** @throws Error when the append met a conflict. */
export function appended(result: AppendResult): Appended {
  if (result.outcome === 'conflict') {
    throw new Error(`Conflict on ${result.stream}: its last revision is ${result.actual}`);
  }
  return result;
}
