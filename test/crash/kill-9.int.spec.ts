import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askLockHolder, DataFolderInUse, openDatabase } from '@thidua/database';
import { layEngine } from '@thidua/database/testing';
import { openPostgresEventStore } from '@thidua/event-store';
import type { RecordedEvent } from '@thidua/kernel';

const ROUND_COUNT = Number(process.env['CRASH_ROUNDS'] ?? 3);
const LONGEST_LIFE_MS = 1_500;

/** An append that the child had acknowledged before it died. */
interface Acknowledged {
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly firstEventId: string;
}

interface Child {
  readonly process: ChildProcess;
  /** Everything it has printed. */
  readonly printed: () => string;
}

/** Starts a child and waits until it has the folder open. */
async function startChild(dataDir: string): Promise<Child> {
  const register = join(__dirname, '..', 'register.cjs');
  const script = join(__dirname, 'appending-child.ts');
  const child = spawn(process.execPath, ['-r', register, script, dataDir]);
  let [printed, complaints] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const open = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.startsWith('open\n')) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`The child ended before it was open: ${complaints}`));
    });
  });
  await open;
  return { process: child, printed: () => printed };
}

/** Kills without warning and waits until the last printed byte has arrived. */
async function kill({ process: child }: Child): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** A last line cut off by the kill was not acknowledged. */
const readAcknowledged = (printed: string): readonly Acknowledged[] =>
  printed
    .slice(0, printed.lastIndexOf('\n'))
    .split('\n')
    .slice(1)
    .map((line) => {
      const [first = '', last = '', firstEventId = ''] = line.split(' ');
      return { firstPosition: Number(first), lastPosition: Number(last), firstEventId };
    });

async function readLog(dataDir: string): Promise<readonly RecordedEvent[]> {
  const database = await openDatabase({ dataDir });
  const store = await openPostgresEventStore(database);
  const { events } = await store.readAll({ after: 0n, maxCount: 1_000_000 });
  await store.close();
  await database.close();
  return events;
}

describe('an embedded log whose process is killed', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'thidua-crash-'));
    await layEngine(dataDir);
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it(
    `holds every acknowledged event once and without gaps, ${ROUND_COUNT} times over`,
    async () => {
      const acknowledged: Acknowledged[] = [];
      for (let round = 0; round < ROUND_COUNT; round++) {
        const child = await startChild(dataDir);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
        await kill(child);
        acknowledged.push(...readAcknowledged(child.printed()));

        const events = await readLog(dataDir);
        expect(events.map(({ position }) => Number(position))).toEqual(
          events.map((_, index) => index + 1),
        );
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        const missing = acknowledged.filter(
          ({ firstPosition, lastPosition, firstEventId }) =>
            events[firstPosition - 1]?.id !== firstEventId || events.length < lastPosition,
        );
        expect(missing).toEqual([]);
      }
      expect(acknowledged.length).toBeGreaterThan(0);
    },
    60_000 + ROUND_COUNT * 20_000,
  );

  it('is refused to a second process while the first lives, and free once it is killed', async () => {
    const child = await startChild(dataDir);
    expect(await askLockHolder(dataDir)).toEqual({ pid: child.process.pid, url: null });
    await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(DataFolderInUse);
    await kill(child);
    expect(await askLockHolder(dataDir)).toBeNull();
    const database = await openDatabase({ dataDir });
    await database.close();
  }, 120_000);
});
