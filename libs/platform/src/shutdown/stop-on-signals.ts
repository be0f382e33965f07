import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Settings } from '../config/environment';
import type { Lifecycle } from './lifecycle';

/** Exit codes of a process that a signal ended, as shells know them. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Milliseconds within which a further signal is the same one: Ctrl+C reaches the process from the terminal, from npm and
 * from the start script.
 */
const SAME_SIGNAL_MS = 500;

export interface OrderlyStop {
  readonly lifecycle: Lifecycle;
  readonly settings: Pick<Settings, 'shutdownTimeoutMs' | 'shutdownDelayMs'>;
  readonly log: Logger;
  /** Answers what is in flight, finishes what was begun and lets go of everything. */
  readonly finish: () => Promise<void>;
}

/**
 * Stops in order at the first SIGTERM or SIGINT: not ready from that moment, then `finish`, then exit code 0. When that
 * takes longer than the bound, or fails, the exit code is 1. A second signal ends the process at once.
 */
export function stopOnSignals(stop: OrderlyStop): void {
  let begunAt: number | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (begunAt === null) {
        begunAt = performance.now();
        void stopInOrder(stop, signal);
      } else if (performance.now() - begunAt > SAME_SIGNAL_MS) {
        process.exit(EXIT_CODES[signal]);
      }
    });
  }
}

async function stopInOrder(
  { lifecycle, settings, log, finish }: OrderlyStop,
  signal: string,
): Promise<void> {
  const { shutdownTimeoutMs, shutdownDelayMs } = settings;
  lifecycle.beginStop();
  log.info({ signal, shutdownTimeoutMs }, 'stopping');
  const bound = setTimeout(() => {
    log.error({ shutdownTimeoutMs }, 'not stopped in time, ended in the middle');
    process.exit(1);
  }, shutdownDelayMs + shutdownTimeoutMs);
  bound.unref();
  try {
    await sleep(shutdownDelayMs);
    await finish();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'stopping failed');
    process.exit(1);
  }
}
