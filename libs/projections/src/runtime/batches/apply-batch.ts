import { inTransaction } from '@thidua/database';
import type { Position, RecordedEvent } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import { moveCheckpoint } from '../tables/checkpoints';
import { foldBatch, keysOf, type FoldResult, type StoredRow } from './fold-batch';
import { writeTally } from '../tallies/write-tally';
import { addParked, parkedAmong } from '../tables/parked-events';
import { deleteByKeysSql, selectByKeysSql, upsertSql, type Feed } from '../tables/read-table';

/** A stretch of the log on its way into a read model. */
export interface Batch {
  /** The checkpoint before and after it. */
  readonly from: Position;
  readonly to: Position;
  readonly events: readonly RecordedEvent[];
}

/**
 * Folds the batch into the table and moves the checkpoint, all in one transaction or not at all.
 * @throws CheckpointLost, PoisonEvent, and whatever the database says.
 */
export function applyBatch(
  pool: Pool,
  feed: Feed,
  batch: Batch,
  refused: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  return inTransaction(pool, async (client) => {
    const skipCount = await moveCheckpoint(client, feed.target, batch.from, batch.to);
    if (batch.events.length === 0) return;
    await feed.skips.refresh(client, feed.target, skipCount);
    const keys = touchedKeys(feed, batch.events);
    const rows = await readRows(client, feed, keys);
    const result = foldBatch(feed.projection, {
      events: batch.events,
      skips: feed.skips,
      rows,
      parkedKeys: await parkedAmong(client, feed, keys),
      refused,
    });
    await writeFold(client, feed, rows, result);
    await addParked(client, feed.target, result.parked);
  });
}

const touchedKeys = (
  { projection, skips }: Feed,
  events: readonly RecordedEvent[],
): readonly string[] =>
  projection.appendOnly === true && projection.poison === 'stop'
    ? []
    : [
        ...new Set(
          events.flatMap((event) => (skips.isSkipped(event) ? [] : keysOf(projection, event))),
        ),
      ];

/** Rows by key, in the form the fold works with. */
export async function readRows(
  client: PoolClient,
  { projection, target }: Feed,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredRow>> {
  if (keys.length === 0 || projection.appendOnly === true) return new Map();
  const { rows } = await client.query<{ key: string; position: string }>(
    selectByKeysSql(target, projection.table),
    [keys],
  );
  return new Map(
    rows.map(({ key, position, ...row }) => [key, { row, position: BigInt(position) }] as const),
  );
}

/**
 * Writes rows and, where there are any, the sums over them. `before` holds the rows as they were read. Rows are written in
 * key order, so that two writers can never wait for each other in a circle.
 */
export async function writeFold(
  client: PoolClient,
  feed: Feed,
  before: ReadonlyMap<string, StoredRow>,
  { changed, removed }: Pick<FoldResult, 'changed' | 'removed'>,
): Promise<void> {
  const { projection, target } = feed;
  if (changed.size > 0) {
    const rows = [...changed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { row, position }]) => ({ ...row, key, position: position.toString() }));
    await client.query(upsertSql(target, projection.table), [JSON.stringify(rows)]);
  }
  if (removed.length > 0) await client.query(deleteByKeysSql(target), [removed]);
  await writeTally(client, feed, before, { changed, removed });
}
