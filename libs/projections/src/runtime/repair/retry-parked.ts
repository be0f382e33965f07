import { inTransaction } from '@thidua/database';
import type { RecordedEvent } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import { readRows, writeFold } from '../batches/apply-batch';
import { foldBatch, messageOf } from '../batches/fold-batch';
import type { LogReader } from '../log-reader';
import { readCheckpoint } from '../tables/checkpoints';
import { listParked, recordTry, removeParked, type ParkedRow } from '../tables/parked-events';
import type { Feed } from '../tables/read-table';
import { noSkips } from '../tables/skip-list';
import { eventAt } from './event-at';

export interface RetryOutcome {
  /** Events folded and no longer parked. */
  readonly appliedCount: number;
  /** Events of the key that are still parked. */
  readonly leftCount: number;
  /** Why the first of those is still there; null when none is. */
  readonly error: string | null;
}

/**
 * Folds the parked events of one key again, in order, up to the first that still fails. The key is unparked when all of
 * them went through.
 * @throws Error when a parked event is no longer in the log.
 */
export async function retryParked(
  pool: Pool,
  store: LogReader,
  feed: Feed,
  key: string,
): Promise<RetryOutcome> {
  const events = new Map<string, RecordedEvent>();
  for (;;) {
    // The log is read before the transaction: an embedded database has one connection, and the log may need it.
    for (const { position } of await listParked(pool, feed.target, key)) {
      if (!events.has(position)) events.set(position, await eventAt(store, position));
    }
    const outcome = await inTransaction(pool, (client) => retryLocked(client, feed, key, events));
    if (outcome !== 'more') return settle(pool, feed, key, outcome);
  }
}

interface Attempt extends RetryOutcome {
  readonly failed: ParkedRow | null;
}

/**
 * What was skipped is not parked any more, so nothing needs to be passed over here. `more` when further events were parked since the log was read.
 */
async function retryLocked(
  client: PoolClient,
  feed: Feed,
  key: string,
  events: ReadonlyMap<string, RecordedEvent>,
): Promise<Attempt | 'more'> {
  await readCheckpoint(client, feed.target, 'lock');
  const parked = await listParked(client, feed.target, key);
  if (parked.some(({ position }) => !events.has(position))) return 'more';
  const rows = await readRows(client, feed, [key]);
  const result = foldBatch(onlyKey(feed, key), {
    events: parked.flatMap(({ position }) => events.get(position) ?? []),
    rows,
    parkedKeys: new Set(),
    refused: new Map(),
    skips: noSkips,
  });
  const appliedCount = parked.length - result.parked.length;
  const error = result.parked[0]?.error ?? null;
  const failed = parked[appliedCount] ?? null;
  try {
    await client.query('savepoint fold');
    await writeFold(client, feed, rows, result);
  } catch (refusal) {
    await client.query('rollback to savepoint fold');
    const first = parked[0] ?? null;
    return {
      appliedCount: 0,
      leftCount: parked.length,
      error: messageOf(refusal),
      failed: first,
    };
  }
  const applied = parked.slice(0, appliedCount).map(({ position }) => position);
  await removeParked(client, feed.target, key, applied);
  return { appliedCount, leftCount: result.parked.length, error, failed };
}

/** The same fold for one key alone: other rows of the same events have long been written. */
const onlyKey = ({ projection }: Feed, key: string): Feed['projection'] => ({
  ...projection,
  keysOf: () => [key],
});

async function settle(
  pool: Pool,
  feed: Feed,
  key: string,
  { failed, ...outcome }: Attempt,
): Promise<RetryOutcome> {
  if (failed !== null && outcome.error !== null) {
    await recordTry(pool, feed.target, { key, position: failed.position }, outcome.error);
  }
  return outcome;
}
