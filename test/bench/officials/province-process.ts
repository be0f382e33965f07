// Entry of a process that holds a province of officials on a database of its own.
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openOn, type OpenedApplication } from '@thidua/application';
import { inTransaction, type Database } from '@thidua/database';
import { openPostgresEventStore, type EventStore } from '@thidua/event-store';
import { instant } from '@thidua/kernel';
import { allProjections, ProjectionRunner } from '@thidua/projections';
import { openTarget } from '../contenders/open-target';
import { answerQuestions, Opened } from '../measure/answer-questions';
import { bySystem } from '../office/office';
import { readSettings } from '../place/settings';
import { fillProvince } from './fill-province';
import { HAND_WRITTEN } from './hand-written.sql';
import { YEAR } from './official-month';
import type { ProvinceQuestions, ProvinceYear } from './province-questions';

interface Province {
  readonly database: Database;
  readonly application: OpenedApplication;
  readonly store: EventStore;
  readonly folder: string;
  /** Where the log stood when the year was over. */
  position: bigint;
  exported: string;
}

const FED = ['official_entries', 'task_outcomes'];
/** The year must be over, whatever the machine's clock says. */
const CLOSED_AT = `${YEAR + 1}-01-05T02:00:00Z`;
const PATIENCE_MS = 6 * 60 * 60_000;
const MIB = 1024 ** 2;
const opened = new Opened<Province>();

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

const peakMemory = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / MIB);

async function feed({ database, store }: Province): Promise<void> {
  const projections = allProjections.filter(({ name }) => FED.includes(name));
  const runner = new ProjectionRunner({ database, store, projections });
  await runner.start();
  const { reached } = await runner.waitFor(await store.head(), { timeoutMs: PATIENCE_MS });
  await runner.stop();
  if (!reached) throw new Error(`${FED.join(', ')} did not come to the head of the log`);
  await database.pool.query('vacuum analyze');
}

async function closeYear(province: Province, cycle: number): Promise<ProvinceYear> {
  const { commands, queries } = province.application;
  const evaluationId = `${YEAR}.ND335.${cycle}`;
  const call = () => bySystem(CLOSED_AT);
  await commands.openEvaluation({ year: YEAR, ruleSet: 'ND335', evaluationId }, call());
  const collected = { evaluationId, command: 'CloseCollection', data: {} };
  await commands.evaluationCommand(collected, call());
  const memoryBefore = peakMemory();
  const frozen = { evaluationId, asOf: `${YEAR}-12-31`, position: province.position.toString() };
  const score = await secondsOf(async () => {
    await commands.freezeEvaluation(frozen, call());
    await commands.computeEvaluation({ evaluationId }, call());
  });
  const file = join(province.folder, `${cycle}.json`);
  const written = await secondsOf(async () => {
    const sheet = await queries.evaluationSheet({ asker: { kind: 'system' }, evaluationId });
    await pipeline(sheet, createWriteStream(file));
  });
  if (province.exported !== '') await rm(province.exported);
  province.exported = file;
  const tail = (await readFile(file, 'utf8')).match(/"sheetHash":"([0-9a-f]{64})"/);
  const exportedBytes = (await stat(file)).size;
  return {
    ...{ score, export: written, sheetHash: tail?.[1] ?? '', exportedBytes },
    ...{ memoryBefore, memoryPeak: peakMemory() },
  };
}

/** With the plan that whoever wrote it would see to: no nested loops, for which the estimates over JSON fall too often. */
const aggregate = ({ database }: Province) =>
  inTransaction(database.pool, async (client) => {
    await client.query('set local enable_nestloop = off');
    await client.query('set local jit = off');
    const { rows } = await client.query<{ person: string; points: string }>(HAND_WRITTEN, [YEAR]);
    return rows;
  });

interface Exported {
  readonly people: readonly {
    readonly personId: string;
    readonly year: { readonly exact: string } | null;
  }[];
}

const TOLERANCE = 1e-5;

async function compare(province: Province): Promise<number> {
  const { people } = JSON.parse(await readFile(province.exported, 'utf8')) as Exported;
  const rows = await aggregate(province);
  const byHand = new Map(rows.map(({ person, points }) => [person, Number(points)]));
  for (const { personId, year } of people) {
    const [numerator, denominator = '1'] = (year?.exact ?? '').split('/');
    const [scored, other] = [Number(numerator) / Number(denominator), byHand.get(personId)];
    if (other === undefined || !(Math.abs(scored - other) < TOLERANCE)) {
      throw new Error(`${personId}: ${scored} by the application, ${String(other)} by hand`);
    }
  }
  if (people.length !== rows.length)
    throw new Error(`${people.length} people, ${rows.length} rows`);
  return people.length;
}

answerQuestions<ProvinceQuestions>({
  open: async ({ target }) => {
    const database = await openTarget(target);
    const now = () => instant(CLOSED_AT);
    const options = { runBackground: false, sampleFolder: null, tell: () => undefined, now };
    const application = await openOn(database, options);
    const store = await openPostgresEventStore(database);
    const folder = await mkdtemp(join(tmpdir(), 'thidua-province-'));
    opened.set({ database, application, store, folder, position: 0n, exported: '' });
    return readSettings(database.pool);
  },
  fill: async ({ peopleCount }) => {
    const province = opened.get();
    const eventCount = await fillProvince(province.store, peopleCount);
    province.position = await province.store.head();
    return eventCount;
  },
  feed: async () => {
    await feed(opened.get());
    return null;
  },
  close: ({ cycle }) => closeYear(opened.get(), cycle),
  aggregate: () => secondsOf(() => aggregate(opened.get())),
  compare: () => compare(opened.get()),
  end: async () => {
    const { store, application, folder } = opened.get();
    await store.close();
    await application.close();
    await rm(folder, { recursive: true, force: true });
    return null;
  },
});
