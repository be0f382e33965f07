import { appended, appendTo } from '@thidua/event-store/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { layEngine } from '@thidua/database/testing';
import { OnStandIn, until } from '../kurrentdb/on-stand-in';
import { KurrentDbStandIn } from '../kurrentdb-stand-in';
import { auditEffects, auditLog } from '../reliability/audit-log';
import { Ledger } from '../reliability/ledger';
import { RunningOffice } from '../reliability/running-office';
import { enterSampleOffice, readSettled } from '../reliability/settled-office';
import { reportTally, violations } from '../reliability/tally';

/** Each round makes every fault of `CUTS` once. */
const ROUND_COUNT = Number(process.env['FAULT_ROUNDS'] ?? 1);
const ANSWERS_MOST = 30;
const JITTER_MS = 30;

/** The ways a connection is lost: with everything on it, or under an append that was or was not written. */
const CUTS: readonly ((standIn: KurrentDbStandIn) => unknown)[] = [
  (standIn) => standIn.cut(),
  ({ faults }) => faults.appends.push({ commits: true, answer: 'cut' }),
  ({ faults }) => faults.appends.push({ commits: false, answer: 'cut' }),
  ({ faults }) => faults.reads.push('cut'),
  (standIn) => {
    standIn.endSubscriptions();
  },
];

const COMMAND_COUNT = 200;
const STREAM_COUNT = 20;

describe('KurrentDB whose connections are cut again and again under load', () => {
  it('writes every acknowledged command exactly once, also when it is asked for again', async () => {
    const place = await OnStandIn.start();
    const store = await place.open();
    const { standIn } = place;
    const requests = Array.from({ length: COMMAND_COUNT }, (_, index) =>
      appendTo(`task-${index % STREAM_COUNT}`, { eventCount: 2 }),
    );
    let answeredCount = 0;
    const appends = Promise.all(
      requests.map(async (request) => {
        const answer = appended(await store.append(request));
        answeredCount++;
        return answer;
      }),
    );
    // Now and then the next append is cut off, in turn before and after it was written.
    for (let cutAt = 5; cutAt < COMMAND_COUNT - STREAM_COUNT; cutAt += 20) {
      await until(() => answeredCount >= cutAt);
      standIn.faults.appends.push({ commits: cutAt % 40 === 5, answer: 'cut' });
    }
    const answers = await appends;
    expect(standIn.faults.appends).toEqual([]);

    const logged = standIn.log.all.filter(({ type }) => !type.startsWith('$'));
    const ids = requests.flatMap((request) => request.events.map(({ id }) => id));
    expect(logged.map(({ id }) => id).sort()).toEqual(ids.sort());
    const { events } = await store.readAll({ after: 0n, maxCount: 10_000 });
    expect(events.map(({ id }) => id)).toEqual(logged.map(({ id }) => id));
    for (const [index, request] of requests.entries()) {
      expect(await store.append(request)).toEqual({ ...answers[index], repeated: true });
    }
    expect(standIn.log.all.filter(({ type }) => !type.startsWith('$'))).toHaveLength(ids.length);
    await place.stop();
  });
});

describe('an office whose log is in KurrentDB, cut under load', () => {
  const standIn = new KurrentDbStandIn();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-cut-'));
    await layEngine(join(folder, 'data'));
    await standIn.start();
  }, 60_000);
  afterAll(async () => {
    await standIn.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    `loses no answered command and repeats none, ${ROUND_COUNT} times over`,
    async () => {
      const ground = {
        ...{ databaseUrl: null, dataDir: join(folder, 'data'), eventStoreUrl: standIn.url },
      };
      await enterSampleOffice(ground);
      const ledger = new Ledger();
      const office = RunningOffice.start(ledger, ground, { isPatient: true, takesNew: true });
      for (let round = 0; round < ROUND_COUNT; round++) {
        for (const cut of CUTS) {
          await office.acknowledges(Math.ceil(Math.random() * ANSWERS_MOST));
          await sleep(Math.random() * JITTER_MS);
          await cut(standIn);
        }
      }
      await office.acknowledges(1);
      await office.finish();

      const { events, readModels } = await readSettled(ground);
      const tally = {
        fault: 'KurrentDB (stand-in) cut',
        rounds: ROUND_COUNT * CUTS.length,
        repeated: ledger.repeatedCount,
        ...auditLog(events, ledger, 'growing'),
        ...auditEffects(events),
        readModels,
      };
      reportTally(tally);
      expect(violations(tally)).toEqual([]);
    },
    120_000 + ROUND_COUNT * 60_000,
  );
});
