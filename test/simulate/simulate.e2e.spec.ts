import { join } from 'node:path';
import {
  runThiduaHere,
  startApi,
  temporaryFolder,
  type CommandRun,
  type TemporaryFolder,
  type TestServer,
} from '../cli/command-line';

interface Summary {
  readonly tasks: number;
  readonly leftAlone: number;
  readonly acts: number;
  readonly applied: number;
  readonly repeated: number;
  readonly refusedAsIntended: number;
  readonly refused: readonly unknown[];
  readonly events: number;
  readonly digest: string;
}

/**
 * Plays the sample office's year through the API. That another folder, and even another log, gives the same digest is
 * shown beside KurrentDB (test/kurrentdb.e2e.spec.ts).
 */
describe('the simulated year', () => {
  let folder: TemporaryFolder;
  let server: TestServer;
  let first: Summary;

  const inFolder = (name: string) => ({ DATA_DIR: join(folder.path, name) });
  const command = (options: readonly string[]): readonly string[] => [
    ...['simulate', '--year', '2025', '--json'],
    ...options,
  ];
  const simulate = async (...options: readonly string[]): Promise<Summary> =>
    summaryOf(await runThiduaHere(command(options), inFolder('one')));

  function summaryOf(run: CommandRun): Summary {
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: '' });
    return JSON.parse(run.stdout) as Summary;
  }

  beforeAll(async () => {
    folder = await temporaryFolder('one');
    server = await startApi(join(folder.path, 'one'));
    first = await simulate('--seed', '7');
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  }, 60_000);

  it('plays every task, and the API accepts all but the deliberately wrong acts', () => {
    expect(first).toMatchObject({ tasks: 18, leftAlone: 0, repeated: 0, refused: [] });
    expect(first.applied).toBeGreaterThan(150);
    expect(first.refusedAsIntended).toBeGreaterThan(0);
    expect(first.applied + first.refusedAsIntended).toBe(first.acts);
    expect(first.events).toBeGreaterThan(first.applied);
  });

  it('adds nothing when it is run again', async () => {
    const again = await simulate('--seed', '7');
    expect(again).toEqual({ ...first, applied: 0, repeated: first.applied });
  }, 300_000);

  it('leaves alone what another seed has played, and plays the tasks it adds itself', async () => {
    const size = ['--tasks', '22', '--officials', '32'];
    const other = await simulate('--seed', '8', ...size);
    expect(other).toMatchObject({ tasks: 4, leftAlone: 18, repeated: 0, refused: [] });
    expect(other.applied).toBeGreaterThan(0);
    expect(other.digest).not.toBe(first.digest);
  }, 300_000);

  it.each([
    [['--seed', '7'], '--year'],
    [['--year', '2025', '--seed', 'bay'], '--seed'],
    [['--year', '2025', '--tasks', '0'], '--tasks'],
    [['--year', '2025', '--officials', '999999'], '--officials'],
  ])(
    'is refused as wrong usage for %j',
    async (options, named) => {
      const run = await runThiduaHere(['simulate', ...options]);
      expect(run.exitCode).toBe(2);
      expect(run.stdout).toBe('');
      expect(run.stderr).toContain(named);
    },
    60_000,
  );
});
