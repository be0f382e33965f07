import { constants } from 'node:fs';
import { access, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolderUnusable } from './database-errors';

/** The database lives in a folder of its own, so that the data folder has room for other things. */
const ENGINE = 'postgres';
/** A first start builds here and renames when it is done: a crash in the middle leaves nothing half made. */
const ENGINE_IN_MAKING = 'postgres.new';

export interface DataFolder {
  /** Absolute and free of symbolic links: one folder has one name. */
  readonly path: string;
  readonly engineDir: string;
}

/**
 * Makes the folder when it is missing and checks that it can be ours.
 * @throws DataFolderUnusable
 */
export async function prepareDataFolder(dataDir: string): Promise<DataFolder> {
  try {
    await mkdir(dataDir, { recursive: true });
    const path = await realpath(dataDir);
    if (!(await stat(path)).isDirectory()) throw new DataFolderUnusable(dataDir, 'notAFolder');
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    await refuseForeignContent(path);
    return { path, engineDir: join(path, ENGINE) };
  } catch (error) {
    throw asUnusable(dataDir, error);
  }
}

/** True when the folder has a finished database. */
export async function hasEngine({ engineDir }: DataFolder): Promise<boolean> {
  return stat(join(engineDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/**
 * Lets `build` fill an empty folder, flushes it and puts it in place in one step: once a commit is acknowledged, no loss
 * of power takes the folder around it away. Call it under the lock only.
 */
export async function buildEngine(
  folder: DataFolder,
  build: (dir: string) => Promise<void>,
): Promise<void> {
  const making = join(folder.path, ENGINE_IN_MAKING);
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  await build(making);
  await flushTree(making);
  await rename(making, folder.engineDir);
  await flush(folder.path);
}

async function flushTree(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    await (entry.isDirectory() ? flushTree(path) : flush(path));
  }
  await flush(dir);
}

async function flush(path: string): Promise<void> {
  // Windows keeps directories in its own journal and offers no flush for them.
  if (process.platform === 'win32' && (await stat(path)).isDirectory()) return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function refuseForeignContent(path: string): Promise<void> {
  const entries = await readdir(path);
  if (entries.includes(ENGINE) || entries.includes(ENGINE_IN_MAKING)) return;
  const foreign = entries.filter((entry) => !entry.startsWith('.') && entry !== 'lost+found');
  if (foreign.length === 0) return;
  throw new DataFolderUnusable(path, 'foreignContent', { detail: foreign.slice(0, 3).join(', ') });
}

function asUnusable(dataDir: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new DataFolderUnusable(dataDir, 'notAFolder', { cause: error });
  }
  if (typeof code === 'string') {
    return new DataFolderUnusable(dataDir, 'notWritable', { detail: code, cause: error });
  }
  return error;
}
