/** How the runners pace themselves. Times in milliseconds. */
export interface RuntimeOptions {
  /** Events per transaction. */
  readonly batchSize: number;
  /** Longest sleep when no wake-up comes. */
  readonly idleMs: number;
  /** First wait after a failure; it doubles with each further one. */
  readonly backOffMs: number;
  readonly backOffMostMs: number;
  /** How long a runner stands back after another one took its batch. */
  readonly yieldMs: number;
  /** How long the right to feed a read model lasts unless it is renewed; what a dead process keeps others waiting. */
  readonly leaseMs: number;
  /** How long a switch between generations may keep the live one from moving. */
  readonly holdMs: number;
}

/** Three tries tell a passing fault from an event that the table will never take. */
export const DATA_FAULT_TRIES = 3;

export const defaultOptions: RuntimeOptions = {
  batchSize: 1000,
  idleMs: 1000,
  backOffMs: 100,
  backOffMostMs: 10_000,
  yieldMs: 250,
  leaseMs: 5000,
  holdMs: 5000,
};
