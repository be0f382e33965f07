import { setTimeout as sleep } from 'node:timers/promises';
import { auditEffects, auditLog } from '../reliability/audit-log';
import { Ledger } from '../reliability/ledger';
import { RunningOffice } from '../reliability/running-office';
import { enterSampleOffice, readSettled } from '../reliability/settled-office';
import { reportTally, violations } from '../reliability/tally';
import {
  describeWithOwnPostgres,
  startOwnPostgres,
  type OwnPostgres,
  type RestartMode,
} from './own-postgres';

/** Each round restarts the server in every mode. */
const ROUND_COUNT = Number(process.env['FAULT_ROUNDS'] ?? 1);
const MODES: readonly RestartMode[] = ['immediate', 'fast'];
const ANSWERS_MOST = 60;
const JITTER_MS = 30;

describeWithOwnPostgres('PostgreSQL restarted under load', () => {
  let server: OwnPostgres;
  beforeAll(async () => {
    server = await startOwnPostgres();
  }, 60_000);
  afterAll(() => server.close());

  it(
    `costs no answered command and repeats none, ${ROUND_COUNT} times over`,
    async () => {
      const ground = { databaseUrl: server.url, dataDir: '' };
      await enterSampleOffice(ground);
      const ledger = new Ledger();
      const office = RunningOffice.start(ledger, ground, { isPatient: true, takesNew: true });
      for (let round = 0; round < ROUND_COUNT; round++) {
        for (const mode of MODES) {
          await office.acknowledges(Math.ceil(Math.random() * ANSWERS_MOST));
          await sleep(Math.random() * JITTER_MS);
          await server.restart(mode);
        }
      }
      await office.acknowledges(1);
      await office.finish();

      const { events, readModels } = await readSettled(ground);
      const tally = {
        fault: 'PostgreSQL restarted',
        rounds: ROUND_COUNT * MODES.length,
        repeated: ledger.repeatedCount,
        ...auditLog(events, ledger),
        ...auditEffects(events),
        readModels,
      };
      reportTally(tally);
      expect(violations(tally)).toEqual([]);
    },
    120_000 + ROUND_COUNT * 30_000,
  );
});
