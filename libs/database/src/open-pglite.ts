import { PGlite } from '@electric-sql/pglite';
import { buildEngine, hasEngine, prepareDataFolder, type DataFolder } from './data-folder';
import { once, type Database } from './database';
import { DataFolderUnusable } from './database-errors';
import { DurableNodeFS, durableStartParams } from './durable-node-fs';
import { lockFolder, type FolderLock } from './folder-lock';
import { singleSessionPool } from './single-session-pool';

/**
 * Opens the database in the folder, building it on the first start (several seconds).
 * @throws DataFolderUnusable, DataFolderInUse
 */
export async function openOnDisk(dataDir: string): Promise<Database> {
  const folder = await prepareDataFolder(dataDir);
  const lock = await lockFolder(folder.path);
  try {
    if (!(await hasEngine(folder))) await buildEngine(folder, initialise);
    return asDatabase(await startOnDisk(folder.engineDir), lock);
  } catch (error) {
    await lock.release();
    throw asUnusable(folder, error);
  }
}

/** A database that is gone when it is closed; `from` is a dump of `PGlite.dumpDataDir`. */
export async function openInMemory(from?: Blob): Promise<Database> {
  const engine = await PGlite.create(from === undefined ? {} : { loadDataDir: from });
  return asDatabase(engine, null);
}

const startOnDisk = (dir: string): Promise<PGlite> =>
  PGlite.create({ fs: new DurableNodeFS(dir), startParams: durableStartParams() });

async function initialise(dir: string): Promise<void> {
  const engine = await startOnDisk(dir);
  await engine.close();
}

function asDatabase(engine: PGlite, lock: FolderLock | null): Database {
  const pool = singleSessionPool(engine);
  return {
    kind: 'pglite',
    pool,
    embedded: engine,
    lock,
    connect: () => Promise.resolve(null),
    close: once(async () => {
      await pool.end();
      await engine.close();
      await lock?.release();
    }),
  };
}

/** Whatever the engine says about a damaged folder, the office reads one line; the engine's words stay as the cause. */
function asUnusable(folder: DataFolder, error: unknown): unknown {
  if (error instanceof DataFolderUnusable) return error;
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return new DataFolderUnusable(folder.path, 'unreadable', { detail, cause: error });
}
