import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openDatabase } from '../open-database';
import { engineVersion, keptFile } from './pglite-seed';

/**
 * Puts an empty database into the data folder, as a first start builds it, so that a process started there is spared
 * several seconds. Made once by a real first start and kept beside the seed.
 */
export async function layEngine(dataDir: string): Promise<void> {
  const kept = keptFile(`folder-${await engineVersion()}`);
  if (!(await isThere(kept))) await build(kept);
  await cp(kept, dataDir, { recursive: true });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function build(kept: string): Promise<void> {
  const making = `${kept}.${process.pid}`;
  await mkdir(dirname(kept), { recursive: true });
  const database = await openDatabase({ dataDir: making });
  await database.close();
  // Two test processes may build at once; the second finds the place taken by an equal folder.
  await rename(making, kept).catch(() => rm(making, { recursive: true }));
}
