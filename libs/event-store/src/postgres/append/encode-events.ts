import type { Instant } from '@thidua/kernel';
import type { ExpectedRevision } from '../../event-store';
import type { PreparedAppend, PreparedEvent } from '../../prepared-append';
import { BinaryRows, OID } from './binary-rows';

/** Attributes of the composite type `es.new_event`. */
const ATTRIBUTES = 13;

/** Milliseconds of 2000-01-01T00:00:00Z, from which PostgreSQL counts. */
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);

/** As the append functions read it: 0 and up exact, -1 none, -2 exists, -3 any. */
export function expectationCode(expected: ExpectedRevision): number {
  switch (expected) {
    case 'none':
      return -1;
    case 'exists':
      return -2;
    case 'any':
      return -3;
    default:
      return expected;
  }
}

/**
 * All events of the group as one value of type `es.new_event[]` in PostgreSQL's binary format. One array of rows costs
 * the server far less than a text array for each column, and nothing has to be escaped.
 * @param rowType the object id of `es.new_event` in this database
 */
export function encodeEvents(requests: readonly PreparedAppend[], rowType: number): Buffer {
  const eventCount = requests.reduce((sum, { events }) => sum + events.length, 0);
  const characters = requests.reduce((sum, { byteCount }) => sum + byteCount, 0);
  const rows = new BinaryRows(rowType, eventCount, characters + 512 * eventCount);
  requests.forEach((request, index) => {
    request.events.forEach((event, place) => {
      const row = rows.beginRow(ATTRIBUTES);
      rows.int(index + 1);
      rows.int(place);
      writeEvent(rows, request, event);
      writeCommand(rows, place === 0 ? request : null);
      rows.endRow(row);
    });
  });
  return rows.end();
}

function writeEvent(rows: BinaryRows, request: PreparedAppend, event: PreparedEvent): void {
  rows.text(request.stream);
  rows.int(expectationCode(request.expected));
  rows.uuid(event.id);
  rows.text(event.type);
  rows.int(event.schemaVersion);
  rows.jsonb(event.data);
  rows.jsonb(event.metadata);
  rows.timestamp(microsecondsOf(event.occurredAt));
}

/** What belongs to the command stands on its first event only. */
function writeCommand(rows: BinaryRows, request: PreparedAppend | null): void {
  if (request === null) {
    rows.none(OID.uuid);
    rows.none(OID.text);
    rows.none(OID.int4);
    return;
  }
  rows.uuid(request.commandId);
  rows.text(request.fingerprint);
  rows.int(request.events.length);
}

const microsecondsOf = (instant: Instant): number => (Date.parse(instant) - POSTGRES_EPOCH) * 1000;
