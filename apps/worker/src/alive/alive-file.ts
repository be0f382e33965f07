import { stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds without a touch after which the worker counts as dead. */
export const DEAD_AFTER_MS = 30_000;

/** Where the worker shows that it lives; set WORKER_ALIVE_FILE where several workers share one machine. */
export function aliveFile({ WORKER_ALIVE_FILE: named }: NodeJS.ProcessEnv): string {
  return named === undefined || named === '' ? join(tmpdir(), 'thidua-worker.alive') : named;
}

export async function touch(file: string, at: Date): Promise<void> {
  await writeFile(file, `${process.pid}\n`);
  await utimes(file, at, at);
}

/** False when the file is too old or was never written. */
export async function isFresh(file: string): Promise<boolean> {
  const touched = await stat(file).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs < DEAD_AFTER_MS;
}
