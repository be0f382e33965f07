import { randomUUID } from 'node:crypto';
import { instant } from '@thidua/kernel';
import type { Database } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { prepareAppend } from '../../prepared-append';
import { appendTo, newEvent } from '../../testing';
import { openPostgresEventStore } from '../postgres-event-store';
import { findRowType } from './append-group';
import { encodeEvents } from './encode-events';

const READ_BACK = `select request, place, stream, expectation, id, type, schema_version, data, metadata->>'correlationId' as correlation,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as occurred_at, command_id, fingerprint, command_size
  from unnest($1::es.new_event[])`;

const readsBack = (kind: Database['kind']) => (): void => {
  let database: Database;
  let rowType: number;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await (await openPostgresEventStore(database)).close();
    rowType = await findRowType(database.pool);
  });
  afterAll(() => database.close());

  it('is read by PostgreSQL as it was meant', async () => {
    const [commandId, eventId, otherId] = [randomUUID(), randomUUID(), randomUUID()];
    const data = { title: 'Kế hoạch "số 1" \\ 🇻🇳', parts: [1, null, { nested: true }] };
    const first = newEvent({ id: eventId, data });
    const before1970 = { ...first.metadata, occurredAt: instant('1969-09-02T23:59:59.999Z') };
    const second = newEvent({ id: otherId, schemaVersion: 3, metadata: before1970 });
    const requests = [
      appendTo('paper-1', { commandId, expected: 4, fingerprint: 'ff', events: [first, second] }),
      appendTo('giấy-2', { expected: 'exists' }),
    ];
    const { rows } = await database.pool.query(READ_BACK, [
      encodeEvents(requests.map(prepareAppend), rowType),
    ]);
    expect(rows).toMatchObject([
      {
        ...{ request: 1, place: 0, stream: 'paper-1', expectation: 4, id: eventId, data },
        ...{ type: 'PaperFiled', schema_version: 1, correlation: 'correlation-1' },
        ...{ occurred_at: '2026-01-05T01:30:00.250000' },
        ...{ command_id: commandId, fingerprint: 'ff', command_size: 2 },
      },
      {
        ...{ request: 1, place: 1, stream: 'paper-1', expectation: 4, id: otherId },
        ...{ schema_version: 3, occurred_at: '1969-09-02T23:59:59.999000' },
        ...{ command_id: null, fingerprint: null, command_size: null },
      },
      {
        ...{ request: 2, place: 0, stream: 'giấy-2', expectation: -2 },
        ...{ command_id: requests[1]?.commandId, fingerprint: 'asked-for', command_size: 1 },
      },
    ]);
  });

  it('grows beyond what was reckoned with', async () => {
    const data = { text: 'ư'.repeat(100_000) };
    const requests = [prepareAppend(appendTo('paper-1', { data, eventCount: 3 }))];
    const { rows } = await database.pool.query(
      'select length(data->>$2) as length from unnest($1::es.new_event[])',
      [encodeEvents(requests, rowType), 'text'],
    );
    expect(rows).toEqual([{ length: 100_000 }, { length: 100_000 }, { length: 100_000 }]);
  });
};

describe('the binary form of new events in PGlite', readsBack('pglite'));
describeWithPostgres('the binary form of new events in PostgreSQL', readsBack('postgres'));
