import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds without a touch after which the worker counts as dead. */
export const DEAD_AFTER_MS = 30_000;

/** Where the worker shows that it lives; set WORKER_ALIVE_FILE where several workers share one machine. */
export function aliveFile({ WORKER_ALIVE_FILE: named }: NodeJS.ProcessEnv): string {
  return named === undefined || named === '' ? join(tmpdir(), 'thidua-worker.alive') : named;
}

/** A sign of life: where it is left, and where the worker answers whoever found it. */
export interface AliveSign {
  readonly file: string;
  readonly url: string;
}

export async function touch({ file, url }: AliveSign, at: Date): Promise<void> {
  await writeFile(file, `${url}\n`);
  await utimes(file, at, at);
}

/** False when the file is too old or was never written. */
export async function isFresh(file: string): Promise<boolean> {
  const touched = await stat(file).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs < DEAD_AFTER_MS;
}

/** True when the sign is fresh and the worker it leads to says that it is ready. */
export async function isReady(file: string): Promise<boolean> {
  if (!(await isFresh(file))) return false;
  const url = (await readFile(file, 'utf8')).trim();
  const response = await fetch(`${url}/health/ready`).catch(() => null);
  return response?.ok === true;
}
