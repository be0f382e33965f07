import type { JSONEventData } from '@kurrent/kurrentdb-client';
import {
  instantOf,
  type EventMetadata,
  type Instant,
  type Json,
  type RecordedEvent,
} from '@thidua/kernel';
import type { PreparedAppend, PreparedEvent } from '../prepared-append';
import type { LogRecord } from './client/read-records';
import { positionOf } from './position';

/** What we keep beside the metadata of the event itself, under one name so that nothing can collide. */
interface OwnMetadata {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
}

type StoredMetadata = Omit<EventMetadata, 'occurredAt'> & {
  /** Names KurrentDB's own tools know. */
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly thidua: OwnMetadata;
};

/** An event of ours as the log holds it, with the command that wrote it. */
export interface LoggedEvent {
  readonly event: RecordedEvent;
  readonly commandId: string;
  readonly fingerprint: string;
}

/** The event for the client. The log alone tells which command wrote it, so that a lost registry can be made again. */
export function toStored(
  { commandId, fingerprint }: Pick<PreparedAppend, 'commandId' | 'fingerprint'>,
  { id, type, schemaVersion, occurredAt, data, metadata }: PreparedEvent,
): JSONEventData {
  const rest = JSON.parse(metadata) as Omit<EventMetadata, 'occurredAt'>;
  const stored: StoredMetadata = {
    ...rest,
    $correlationId: rest.correlationId,
    $causationId: rest.causationId,
    thidua: { commandId, fingerprint, schemaVersion, occurredAt },
  };
  return {
    id,
    type,
    contentType: 'application/json',
    data: JSON.parse(data) as JSONEventData['data'],
    metadata: stored,
  };
}

/** Null for an event that is not ours: other programs may write to the same cluster. */
export function fromStored(record: LogRecord): LoggedEvent | null {
  const stored = storedMetadata(record.metadata);
  if (stored === null) return null;
  const { $correlationId: _correlation, $causationId: _causation, thidua, ...rest } = stored;
  const { commandId, fingerprint, schemaVersion, occurredAt } = thidua;
  const event: RecordedEvent = {
    id: record.id,
    stream: record.stream,
    revision: record.revision,
    position: positionOf(record.place),
    type: record.type,
    schemaVersion,
    data: JSON.parse(record.data) as Json,
    metadata: { ...rest, occurredAt },
    recordedAt: instantOf(new Date(record.createdMs)),
  };
  return { event, commandId, fingerprint };
}

function storedMetadata(text: string): StoredMetadata | null {
  if (!text.includes('"thidua"')) return null;
  try {
    const value = JSON.parse(text) as Partial<StoredMetadata> | null;
    return value?.thidua?.commandId === undefined ? null : (value as StoredMetadata);
  } catch {
    return null;
  }
}
