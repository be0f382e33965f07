import { touch, type AliveSign } from './alive-file';
import { Standstill, type LoopReading } from './standstill';

/** Milliseconds between two looks; several fit into the time after which the worker counts as dead. */
const LOOK_EVERY_MS = 5_000;

export interface LoopReadings {
  readonly projections: readonly LoopReading[];
  readonly reactors: readonly LoopReading[];
}

/**
 * Touches the file every few seconds while the loops turn. A database that does not answer leaves it untouched: nothing
 * is done here then, and whoever watches should see that. Gives back what ends it.
 * @throws whatever the first look throws, or the system's error when the file cannot be written.
 */
export async function keepAlive(
  look: () => Promise<LoopReadings>,
  sign: AliveSign,
  everyMs = LOOK_EVERY_MS,
): Promise<() => Promise<void>> {
  const standstill = new Standstill();
  const beat = async (): Promise<void> => {
    const { projections, reactors } = await look();
    const standing = standstill.read([...projections, ...reactors], performance.now());
    if (standing.length === 0) await touch(sign, new Date());
  };
  await beat();
  let last: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    last = beat()
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
