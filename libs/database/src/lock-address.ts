import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the lock of a folder listens. Only a socket file outlives its process and can be stale. */
export interface LockAddress {
  readonly path: string;
  readonly isFile: boolean;
}

/**
 * Linux: an abstract socket, Windows: a named pipe; both vanish with the process. Elsewhere: a socket file in the
 * temporary folder. An abstract socket is seen only inside one network namespace, so two containers that share a volume
 * do not see each other's lock.
 */
export function lockAddress(realPath: string, platform: NodeJS.Platform): LockAddress {
  // 24 digits keep the socket file's path under macOS's limit of 104 bytes.
  const name = `thidua-${createHash('sha256').update(realPath).digest('hex').slice(0, 24)}`;
  if (platform === 'linux') return { path: `\0${name}`, isFile: false };
  if (platform === 'win32') return { path: `\\\\.\\pipe\\${name}`, isFile: false };
  return { path: join(tmpdir(), `${name}.sock`), isFile: true };
}
