import { join } from 'node:path';
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
      open('ordinary', {}),
      open('kurrent', { EVENT_STORE_URL: standIn.url }),
    ]);
  }, 300_000);
  afterAll(async () => {
    await Promise.all([ordinary.server.stop(), kurrent.server.stop()]);
    await standIn.stop();
    await folder.remove();
  }, 60_000);

  it('takes the sample plan in and plays its year to the same events', async () => {
    const [here, there] = await askBoth(['simulate', '--year', '2025', '--seed', '7']);
    expect(there).toEqual(here);
    expect(there).toMatchObject({ tasks: 18, refused: [] });
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
    expect(there.length).toBeGreaterThan(200);
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
