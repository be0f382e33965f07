import { rm, realpath } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { DataFolderInUse, type LockHolder } from './database-errors';
import { lockAddress, type LockAddress } from './lock-address';

/** A running query of PGlite blocks the holder's event loop, so an answer may take its time. */
const ANSWER_TIMEOUT_MS = 5_000;

/** The right to use a data folder, held by a listening local socket: the death of the process frees it at once. */
export interface FolderLock {
  /** Sets the answer for whoever asks who holds the folder. */
  announce(holder: LockHolder): void;
  release(): Promise<void>;
}

/**
 * Two processes on one embedded database destroy each other's data without a word; this refuses the second one.
 * @param realPath the folder, absolute and free of symbolic links.
 * @throws DataFolderInUse with what the holder answered.
 */
export async function lockFolder(
  realPath: string,
  platform: NodeJS.Platform = process.platform,
): Promise<FolderLock> {
  const address = lockAddress(realPath, platform);
  let answer: LockHolder = { pid: process.pid, url: null };
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(`${JSON.stringify(answer)}\n`);
  });
  if (!(await listen(server, address)) && !(await listenOverStale(server, address))) {
    throw new DataFolderInUse(realPath, await ask(address).catch(() => null));
  }
  // The lock lasts as long as the process but is no reason for the process to last.
  server.unref();
  return {
    announce: (holder) => (answer = holder),
    release: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}

/**
 * Who holds the folder and where it serves; null when nobody does.
 * @throws Error when somebody holds it but does not answer within five seconds.
 */
export async function askLockHolder(
  dataDir: string,
  platform: NodeJS.Platform = process.platform,
): Promise<LockHolder | null> {
  const path = await realpath(dataDir).catch(() => null);
  return path === null ? null : ask(lockAddress(path, platform));
}

/** False when the address is taken. */
function listen(server: Server, address: LockAddress): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', refused);
    server.listen({ path: address.path, exclusive: true }, () => {
      server.off('error', refused);
      resolve(true);
    });
  });
}

/** A socket file whose process was killed stays behind: nobody answers there, so it is taken over. */
async function listenOverStale(server: Server, address: LockAddress): Promise<boolean> {
  if (!address.isFile || (await isAnswering(address))) return false;
  await rm(address.path, { force: true });
  return listen(server, address);
}

/** A holder that is slow to answer is still a holder. */
const isAnswering = (address: LockAddress): Promise<boolean> =>
  ask(address).then(
    (holder) => holder !== null,
    () => true,
  );

function ask(address: LockAddress): Promise<LockHolder | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path: address.path });
    let text = '';
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => {
      socket.destroy(new Error(`The holder of the lock did not answer in ${ANSWER_TIMEOUT_MS} ms`));
    });
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    socket.on('end', () => {
      const holder = readHolder(text);
      if (holder === null) reject(new Error('The holder of the lock gave no readable answer'));
      else resolve(holder);
    });
  });
}

function readHolder(text: string): LockHolder | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) return null;
    const { pid, url } = answer as { readonly pid?: unknown; readonly url?: unknown };
    if (typeof pid !== 'number' || !(url === null || typeof url === 'string')) return null;
    return { pid, url };
  } catch {
    return null;
  }
}
