import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DataFolderInUse } from './database-errors';
import { askLockHolder, lockFolder } from './folder-lock';
import { lockAddress } from './lock-address';

const LISTEN_AND_SAY_SO = `
  require('node:net').createServer().listen({ path: process.argv[1] }, () => console.log('up'));`;

// Linux also knows socket files, so what macOS does is tried here too.
describe.each(['linux', 'darwin'] as const)('the lock of a folder as on %s', (platform) => {
  let folder: string;
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'thidua-lock-')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const holderIsKilled = async (): Promise<void> => {
    const { path } = lockAddress(folder, platform);
    // An abstract name begins with NUL, which no argument can carry; it is put back inside the child.
    const script = LISTEN_AND_SAY_SO.replace(
      'process.argv[1]',
      `process.argv[1].replace(/^@/, '\\0')`,
    );
    const child = spawn(process.execPath, ['-e', script, path.replace('\0', '@')]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  it('is given to one opener only and again after its release', async () => {
    const lock = await lockFolder(folder, platform);
    await expect(lockFolder(folder, platform)).rejects.toBeInstanceOf(DataFolderInUse);
    await lock.release();
    const again = await lockFolder(folder, platform);
    await again.release();
  });

  it('is free at once after its holder was killed', async () => {
    await holderIsKilled();
    expect(await askLockHolder(folder, platform)).toBeNull();
    const lock = await lockFolder(folder, platform);
    await lock.release();
  });

  it('answers who holds the folder', async () => {
    const lock = await lockFolder(folder, platform);
    lock.announce({ pid: 42, url: 'http://127.0.0.1:8080' });
    expect(await askLockHolder(folder, platform)).toEqual({
      pid: 42,
      url: 'http://127.0.0.1:8080',
    });
    await lock.release();
    expect(await askLockHolder(folder, platform)).toBeNull();
  });

  it('keeps folders apart', async () => {
    const other = await mkdtemp(join(tmpdir(), 'thidua-lock-'));
    await writeFile(join(other, 'x'), '');
    const locks = [await lockFolder(folder, platform), await lockFolder(other, platform)];
    await Promise.all(locks.map((lock) => lock.release()));
    await rm(other, { recursive: true });
  });
});
