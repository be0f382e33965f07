import type { Database } from './database';
import { openOnServer, type ServerOptions } from './open-postgres';

/**
 * Which PostgreSQL to open: `url` a server, `dataDir` the embedded one in a folder (made when missing, locked while open,
 * flushed on every commit), `memory` an embedded one that nothing outlives, from a dump when one is given.
 */
export type OpenOptions =
  ServerOptions | { readonly dataDir: string } | { readonly memory: true; readonly from?: Blob };

/** @throws DatabaseUnreachable, DataFolderUnusable, DataFolderInUse */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if ('url' in options) return openOnServer(options);
  // The engine is megabytes of code that only its own profile needs, so it is loaded when it is asked for.
  const { openInMemory, openOnDisk } = await import('./open-pglite.js');
  if ('dataDir' in options) return openOnDisk(options.dataDir);
  return openInMemory(options.from);
}
