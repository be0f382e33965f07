import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openApplication } from '@thidua/application';
import { playCase, type Client } from './office-case';
import { mayPass } from './may-pass';
import type { OfficeMessage, OfficeOrders } from './office-message';

/**
 * The whole application (log, read models, process manager) at work in a process of its own, with several clients that
 * send commands as fast as they are answered, until it is killed or told to finish (its standard input ends).
 */
const CLIENT_COUNT = 3;
const RETRY_MS = 100;

/** Written past every buffer of Node: what was printed has left the process. */
const tell = (message: OfficeMessage): void => {
  writeSync(1, `${JSON.stringify(message)}\n`);
};

const clientOf = ({ isPatient }: OfficeOrders): Client => {
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await question();
      } catch (error) {
        if (!isPatient || !mayPass(error)) throw error;
        tell({ kind: 'failed', message: String(error) });
        await sleep(RETRY_MS);
      }
    }
  };
  return {
    ask,
    send: async (commandId, command) => {
      const outcome = await ask(command);
      const { position, events } = outcome;
      tell({ kind: 'acknowledged', commandId, position, eventIds: events.map(({ id }) => id) });
      return outcome;
    },
  };
};

async function work(orders: OfficeOrders): Promise<void> {
  const { databaseUrl, dataDir, eventStoreUrl = null, unfinished } = orders;
  const application = await openApplication({
    databaseUrl,
    dataDir,
    eventStoreUrl,
    runBackground: true,
    sampleFolder: null,
    tell: () => undefined,
  });
  let isFinishing = false;
  process.stdin.resume().once('end', () => (isFinishing = true));
  tell({ kind: 'open' });

  const waiting = [...unfinished];
  let { next } = orders;
  const take = (): number | undefined => {
    const [first] = waiting.splice(0, 1);
    if (first !== undefined || next === null || isFinishing) return first;
    next += 1;
    return next - 1;
  };
  const client = clientOf(orders);
  const workOff = async (): Promise<void> => {
    for (let taken = take(); taken !== undefined; taken = take()) {
      tell({ kind: 'begun', caseNumber: taken });
      await playCase(application, taken, client);
      tell({ kind: 'finished', caseNumber: taken });
    }
  };
  await Promise.all(Array.from({ length: CLIENT_COUNT }, workOff));
  await application.close();
}

work(JSON.parse(process.argv[2] ?? '') as OfficeOrders).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
