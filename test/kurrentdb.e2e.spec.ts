import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  runThiduaHere,
  startApi,
  startThidua,
  temporaryFolder,
  type TemporaryFolder,
  type TestServer,
} from './cli/command-line';
import { startStandInProcess, type StandInProcess } from './kurrentdb-stand-in';

interface Place {
  readonly environment: NodeJS.ProcessEnv;
  readonly server: TestServer;
}

interface AuditLine {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: string;
}

/** What both logs must agree on: everything but where each of them put an event. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === 'position' ? undefined : part)),
  );

const EXAMPLES = resolve(__dirname, '../examples');

/** The sample plan without its tasks from 3.5 on. */
async function shortPlan(): Promise<string> {
  const whole = await readFile(join(EXAMPLES, 'plans/ke-hoach-mau-2025.txt'), 'utf8');
  return whole.slice(0, whole.indexOf('3.5. ')) + whole.slice(whole.indexOf('III. TỔ CHỨC'));
}

/** Under one idempotency key, from which the ids of all that follows are derived. */
async function issue({ url }: TestServer, planId: string): Promise<unknown> {
  const response = await fetch(`${url}/v1/plans/${planId}/issue`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Actor-Id': 'cb-004',
      'Idempotency-Key': 'ban-hanh',
    },
    body: JSON.stringify({ number: '05/KH-SCT', date: '2025-01-10' }),
  });
  return response.json();
}

/** The product over KurrentDB beside the product over its own database: the same year, told the same way. */
describe('the log in KurrentDB', () => {
  let folder: TemporaryFolder;
  let standIn: StandInProcess;
  let ordinary: Place;
  let kurrent: Place;

  const open = async (name: string, environment: NodeJS.ProcessEnv): Promise<Place> => ({
    environment: { DATA_DIR: join(folder.path, name) },
    server: await startApi(join(folder.path, name), environment),
  });

  const ask = async (place: Place, argv: readonly string[]): Promise<unknown> => {
    const run = await runThiduaHere([...argv, '--json'], place.environment);
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: '' });
    return JSON.parse(run.stdout);
  };
  const askBoth = (argv: readonly string[]) =>
    Promise.all([ask(ordinary, argv), ask(kurrent, argv)]);

  beforeAll(async () => {
    folder = await temporaryFolder('ordinary', 'kurrent');
    standIn = await startStandInProcess();
    [ordinary, kurrent] = await Promise.all([
      open('ordinary', { SAMPLE: 'off' }),
      open('kurrent', { SAMPLE: 'off', EVENT_STORE_URL: standIn.url }),
    ]);
  }, 300_000);
  afterAll(async () => {
    await Promise.all([ordinary.server.stop(), kurrent.server.stop()]);
    await standIn.stop();
    await folder.remove();
  }, 60_000);

  it('takes an office and a plan in', async () => {
    const plan = join(folder.path, 'ke-hoach.txt');
    await writeFile(plan, await shortPlan());
    await askBoth(['office', 'load', join(EXAMPLES, 'office/sample-office.json')]);
    const [, imported] = await askBoth(['plan', 'import', plan]);
    expect(imported).toMatchObject({ alreadyImported: false, taskCount: 7 });
    const { planId } = imported as { readonly planId: string };
    for (const { server } of [ordinary, kurrent]) {
      expect(await issue(server, planId)).toMatchObject({ allAssigned: true });
    }
  }, 120_000);

  it('plays the year to the same events', async () => {
    const [here, there] = await askBoth(['simulate', '--year', '2025', '--seed', '7']);
    expect(there).toEqual(here);
    expect(there).toMatchObject({ tasks: 7, refused: [], digest: expect.any(String) as string });
  }, 300_000);

  it('gives the same score sheet with the same hash', async () => {
    const [here, there] = await askBoth(['score', '--year', '2025']);
    expect(withoutPlaces(there)).toEqual(withoutPlaces(here));
    expect(there).toMatchObject({ sheetHash: expect.stringMatching(/^[0-9a-f]{64}$/) as never });
  }, 60_000);

  it('gives the same ranking', async () => {
    const [here, there] = await askBoth(['ranking', '--as-of', '2025-12-31']);
    expect(withoutPlaces(there)).toEqual(withoutPlaces(here));
  }, 60_000);

  it('gives the same audit trail, event by event', async () => {
    const trail = async (place: Place): Promise<readonly AuditLine[]> => {
      const argv = ['audit', '--format', 'ndjson'];
      const { stdout } = await runThiduaHere(argv, place.environment);
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as AuditLine);
    };
    const [here, there] = await Promise.all([trail(ordinary), trail(kurrent)]);
    const sentence = ({ stream, revision, type }: AuditLine): string =>
      `${stream} ${revision} ${type}`;
    // Streams are written side by side, so their order among each other may differ.
    expect(there.map(sentence).sort()).toEqual(here.map(sentence).sort());
    expect(there.length).toBeGreaterThan(100);
    const places = there.map(({ position }) => BigInt(position));
    expect(places.filter((place, index) => place <= (places[index - 1] ?? 0n))).toEqual([]);
  }, 60_000);

  it('says in its health where the log is', async () => {
    const health = async ({ server }: Place) => await (await fetch(`${server.url}/health`)).json();
    expect(await health(kurrent)).toMatchObject({ status: 'ok', log: 'kurrentdb' });
    expect(await health(ordinary)).toMatchObject({ status: 'ok', log: 'postgresql' });
  });
});

describe('a start without the KurrentDB that it is told of', () => {
  it('ends with one line that names the host and no password', async () => {
    const folder = await temporaryFolder('away');
    const child = startThidua(['units'], {
      DATA_DIR: join(folder.path, 'away'),
      EVENT_STORE_URL: 'kurrentdb://ghi:s3cret@127.0.0.1:1?tlsVerifyCert=false',
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('Không kết nối được KurrentDB tại 127.0.0.1:1');
    expect(stderr).not.toContain('s3cret');
    await folder.remove();
  }, 60_000);
});
