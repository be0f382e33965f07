import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askLockHolder } from '@thidua/database';
import { runThidua, startThidua, temporaryFolder, type TemporaryFolder } from './command-line';

describe('a command without a running server', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder('data');
  });
  afterAll(() => folder.remove());

  it('serves itself, leaves its write on disk and nothing running', async () => {
    const dataDir = join(folder.path, 'data');
    const thidua = (...argv: string[]) => runThidua([...argv, '--data-dir', dataDir, '--json']);
    const at = '2025-03-03T08:00:00+07:00';
    const written = await thidua('task', 'do', '3.3.a', 'start-work', '--as', 'cb-009', '--at', at);
    expect(written).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await askLockHolder(dataDir)).toBeNull();

    const shown = await thidua('task', 'show', '3.3.a');
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(shown.stdout)).toMatchObject({ task: { state: 'inProgress' } });
    expect(await askLockHolder(dataDir)).toBeNull();
  }, 180_000);

  it('takes its server along when it is killed', async () => {
    const dataDir = join(folder.path, 'data');
    const until = async (isHeld: boolean): Promise<void> => {
      while (((await askLockHolder(dataDir).catch(() => 'slow')) !== null) !== isHeld) {
        await sleep(100);
      }
    };
    const command = startThidua(['projections', 'rebuild', '--check', '--data-dir', dataDir]);
    await until(true);
    command.kill('SIGKILL');
    await until(false);
  }, 120_000);

  it('tells the one line of a server that cannot start', async () => {
    const dataDir = join(folder.path, 'khong-phai-thu-muc');
    await writeFile(dataDir, 'x');
    const told = await runThidua(['units', '--data-dir', dataDir]);
    expect(told).toMatchObject({ exitCode: 1, stdout: '' });
    expect(told.stderr).toContain(`Thư mục dữ liệu ${dataDir} không phải là thư mục`);
    expect(told.stderr).not.toMatch(/^\s+at /m);
  }, 60_000);
});
