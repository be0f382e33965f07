import { migrate, type Database, type MigrationStep } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { appendTo } from '../testing';
import { openPostgresEventStore } from './postgres-event-store';
import { eventStoreSteps } from './schema.sql';

const COMMAND = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const EVENT = '7d444840-9dc0-41d1-b245-5ffdce74fad2';

/** The log as it was when commands still had a table of their own. */
const oldSteps = eventStoreSteps.slice(0, 4);
const OLD_ROWS = `
  insert into es.events (position, stream, revision, id, type, schema_version, data, metadata, occurred_at, recorded_at)
  values (1, 'paper-1', 0, '${EVENT}', 'PaperFiled', 1, '{}', '{}', now(), now()),
    (2, 'paper-1', 1, gen_random_uuid(), 'PaperFiled', 1, '{}', '{}', now(), now());
  insert into es.commands (command_id, fingerprint, first_position, size) values ('${COMMAND}', 'asked-for', 1, 2);`;

const takesOver = (kind: Database['kind']) => (): void => {
  it('keeps answering old commands, and stays append-only', async () => {
    const database = await openTestDatabase(kind);
    await migrate(database, 'event-store', oldSteps satisfies readonly MigrationStep[]);
    await database.pool.query(OLD_ROWS);
    const store = await openPostgresEventStore(database);
    expect(await store.findCommand(COMMAND)).toMatchObject({
      fingerprint: 'asked-for',
      appended: { stream: 'paper-1', firstRevision: 0, lastRevision: 1, lastPosition: 2n },
    });
    const again = appendTo('paper-1', { commandId: COMMAND, expected: 'none', eventCount: 2 });
    expect(await store.append(again)).toMatchObject({ repeated: true, firstPosition: 1n });
    expect(await store.append(appendTo('paper-1', { expected: 1 }))).toMatchObject({
      firstPosition: 3n,
      firstRevision: 2,
    });
    await expect(
      database.pool.query('update es.events set command_id = null'),
    ).rejects.toMatchObject({ code: '23001' });
    await store.close();
    await database.close();
  });
};

describe('a log of old in PGlite', takesOver('pglite'));
describeWithPostgres('a log of old in PostgreSQL', takesOver('postgres'));
