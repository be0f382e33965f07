import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askLockHolder, DataFolderInUse, openDatabase } from '@thidua/database';
import {
  describeWithPostgres,
  layEngine,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import type { RecordedEvent } from '@thidua/kernel';
import { auditEffects, auditLog, eventsOfCases } from '../reliability/audit-log';
import { Ledger } from '../reliability/ledger';
import { readLog } from '../reliability/read-log';
import { RunningOffice } from '../reliability/running-office';
import { readSettled, enterSampleOffice } from '../reliability/settled-office';
import { reportTally, violations } from '../reliability/tally';

const ROUND_COUNT = Number(process.env['CRASH_ROUNDS'] ?? 2);
const ANSWERS_MOST = 80;
const LONGEST_START_MS = 1_500;
const JITTER_MS = 30;

interface Ground {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readLog(): Promise<readonly RecordedEvent[]>;
}

/** Every third process is killed while it starts, which on a folder that was left by a kill is in the middle of recovery. */
const isKilledStarting = (round: number): boolean => round % 3 === 2;

/** A random moment: mostly at work, some answers after its start. */
const randomMoment = async (office: RunningOffice, round: number): Promise<void> => {
  if (isKilledStarting(round)) return sleep(Math.random() * LONGEST_START_MS);
  await office.acknowledges(Math.ceil(Math.random() * ANSWERS_MOST));
  return sleep(Math.random() * JITTER_MS);
};

async function killAgainAndAgain(fault: string, ground: Ground): Promise<void> {
  await enterSampleOffice(ground);
  const ledger = new Ledger();
  for (let round = 0; round < ROUND_COUNT; round++) {
    const office = RunningOffice.start(ledger, ground, { isPatient: false, takesNew: true });
    await randomMoment(office, round);
    await office.kill();
    // Reading opens the database, which would do the recovery that the next process is to be killed in.
    if (isKilledStarting(round + 1)) continue;
    const { acknowledged, stored, ...wrong } = auditLog(await ground.readLog(), ledger);
    expect({ round, stored, ...wrong }).toEqual({
      round,
      stored: acknowledged,
      duplicates: 0,
      gaps: 0,
    });
  }
  await RunningOffice.start(ledger, ground, { isPatient: false, takesNew: false }).finish();

  const { readModels, events } = await readSettled(ground);
  const tally = {
    fault,
    rounds: ROUND_COUNT,
    repeated: ledger.repeatedCount,
    ...auditLog(events, ledger),
    ...auditEffects(events),
    readModels,
  };
  reportTally(tally);
  expect(violations(tally)).toEqual([]);
  const { imported, issued, reminded, remindedDue } = eventsOfCases(events);
  expect({ imported, issued, reminded }).toEqual({
    imported: ledger.caseCount,
    issued: ledger.caseCount,
    reminded: remindedDue,
  });
}

const TITLE = `lose nothing, repeat nothing and leave no gap, ${ROUND_COUNT} times over`;
const TIME_LIMIT_MS = 120_000 + ROUND_COUNT * 30_000;

describe('the application on an embedded database, killed under load', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'thidua-crash-'));
    await layEngine(dataDir);
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const logOnDisk = async (): Promise<readonly RecordedEvent[]> => {
    const database = await openDatabase({ dataDir });
    const events = await readLog(database);
    await database.close();
    return events;
  };

  it(
    TITLE,
    () => killAgainAndAgain('kill -9, PGlite', { databaseUrl: null, dataDir, readLog: logOnDisk }),
    TIME_LIMIT_MS,
  );

  it('keeps its folder from a second process while it lives, and leaves it free once it is killed', async () => {
    const how = { isPatient: false, takesNew: true };
    const office = RunningOffice.start(new Ledger(), { databaseUrl: null, dataDir }, how);
    await office.opened();
    expect(await askLockHolder(dataDir)).toEqual({ pid: office.pid, url: null });
    await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(DataFolderInUse);
    await office.kill();
    expect(await askLockHolder(dataDir)).toBeNull();
    const database = await openDatabase({ dataDir });
    await database.close();
  }, 120_000);
});

describeWithPostgres('the application on a PostgreSQL server, killed under load', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
  });
  afterAll(() => database.close());

  it(
    TITLE,
    () =>
      killAgainAndAgain('kill -9, PostgreSQL', {
        databaseUrl: database.url,
        dataDir: '',
        readLog: () => readLog(database),
      }),
    TIME_LIMIT_MS,
  );
});
