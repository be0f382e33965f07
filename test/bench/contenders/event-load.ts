import { randomUUID } from 'node:crypto';
import { instantOf, type EventMetadata, type Json } from '@thidua/kernel';

/** What every contender is asked to write: the same type, data and metadata for all. */
export interface LoadEvent {
  readonly type: string;
  readonly data: Json;
  readonly metadata: EventMetadata;
}

/** Events of one command for a stream nobody has used. */
export interface Load {
  readonly stream: string;
  /** UUID. */
  readonly commandId: string;
  readonly events: readonly LoadEvent[];
}

/** The type of every event of a load. */
export const LOAD_TYPE = 'DeadlineExtended';

const REASON = 'Chờ số liệu của các đơn vị phối hợp, đề nghị lùi hạn để tổng hợp đầy đủ';

/** So many events of about 240 bytes of data each, with the metadata the product writes. */
export function newLoad(eventCount: number): Load {
  const taskId = randomUUID();
  const commandId = randomUUID();
  const metadata = newMetadata(commandId);
  const data = {
    taskId,
    leadUnitId: 'unit-09',
    from: '2026-03-31',
    to: '2026-04-15',
    reason: REASON,
  };
  return {
    stream: `task-${taskId}`,
    commandId,
    events: Array.from({ length: eventCount }, () => ({
      type: LOAD_TYPE,
      data,
      metadata,
    })),
  };
}

/** The metadata of an event that happens now, done by a person. */
export const newMetadata = (commandId: string): EventMetadata => ({
  occurredAt: instantOf(new Date()),
  actor: {
    kind: 'person',
    id: 'person-0117',
    unitId: 'unit-09',
    role: 'leadOfficer',
    onBehalfOf: null,
  },
  correlationId: commandId,
  causationId: commandId,
});

/** Bytes of one event's JSON. */
export function loadSize(): { readonly dataBytes: number; readonly metadataBytes: number } {
  const [event] = newLoad(1).events;
  return {
    dataBytes: Buffer.byteLength(JSON.stringify(event?.data)),
    metadataBytes: Buffer.byteLength(JSON.stringify(event?.metadata)),
  };
}
