import type { EventMetadata, Instant } from '@thidua/kernel';
import { MalformedAppend, UnstorableText } from './append-faults';
import {
  EventIdReused,
  type AppendRequest,
  type ExpectedRevision,
  type NewEvent,
} from './event-store';

/** An event checked and turned into JSON text once, on its way into the store. */
export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  /** The metadata without `occurredAt`, which has a place of its own. */
  readonly metadata: string;
  readonly occurredAt: Instant;
}

/** A request that every store can take as it is. Ids are in lower case. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly events: readonly PreparedEvent[];
  /** About how much room it takes on the way to the store. */
  readonly byteCount: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** NUL and surrogates, halves or pairs: the few texts worth a closer look. */
const SUSPECT = /[\0\ud800-\udfff]/;
/** JSON.stringify writes NUL and half surrogates as these escapes; an even run of backslashes before is plain text. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/;

/**
 * Checks the request and serialises its events.
 * @throws MalformedAppend, UnstorableText
 * @throws EventIdReused when two of its events carry the same id.
 */
export function prepareAppend(request: AppendRequest): PreparedAppend {
  const { stream, expected, fingerprint } = request;
  if (request.events.length === 0) throw new MalformedAppend('it holds no events');
  if (stream === '') throw new MalformedAppend('it names no stream');
  storable(stream, 'stream', stream);
  storable(stream, 'fingerprint', fingerprint);
  const metadataOf = metadataWriter(stream);
  const events = request.events.map((event) => prepareEvent(stream, event, metadataOf));
  refuseTwins(events);
  return {
    stream,
    expected: checkedExpectation(expected),
    commandId: checkedUuid(request.commandId),
    fingerprint,
    events,
    byteCount: events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0),
  };
}

function prepareEvent(
  stream: string,
  event: NewEvent,
  metadataOf: (metadata: EventMetadata) => string,
): PreparedEvent {
  return {
    id: checkedUuid(event.id),
    type: storable(stream, 'type', event.type),
    schemaVersion: event.schemaVersion,
    data: storableJson(stream, 'data', event.data),
    metadata: metadataOf(event.metadata),
    occurredAt: event.metadata.occurredAt,
  };
}

/** The events of a command mostly share one object of metadata, which is then written once. */
function metadataWriter(stream: string): (metadata: EventMetadata) => string {
  let [last, json]: [EventMetadata | null, string] = [null, ''];
  return (metadata) => {
    if (metadata === last) return json;
    const { occurredAt: _, ...rest } = metadata;
    [last, json] = [metadata, storableJson(stream, 'metadata', rest)];
    return json;
  };
}

function storable(stream: string, place: string, text: string): string {
  if (SUSPECT.test(text)) refuseUnstorable(stream, place, JSON.stringify(text));
  return text;
}

function storableJson(stream: string, place: string, value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new MalformedAppend(`its ${place} is no JSON`);
  refuseUnstorable(stream, place, json);
  return json;
}

function refuseUnstorable(stream: string, place: string, json: string): void {
  if (json.includes('\\u') && UNSTORABLE.test(json)) throw new UnstorableText(stream, place);
}

function checkedUuid(id: string): string {
  if (!UUID.test(id)) throw new MalformedAppend(`${JSON.stringify(id)} is no UUID`);
  return id.toLowerCase();
}

function checkedExpectation(expected: ExpectedRevision): ExpectedRevision {
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new MalformedAppend(`${expected} is no revision`);
  }
  return expected;
}

function refuseTwins(events: readonly PreparedEvent[]): void {
  if (events.length === 1) return;
  const seen = new Set<string>();
  for (const { id } of events) {
    if (seen.has(id)) throw new EventIdReused(id);
    seen.add(id);
  }
}
