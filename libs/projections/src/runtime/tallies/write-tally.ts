import type { PoolClient } from 'pg';
import type { FoldResult, StoredRow } from '../batches/fold-batch';
import { deleteByKeysSql, selectByKeysSql, upsertSql, type Feed } from '../tables/read-table';
import { changesOf, isNothing, plus, type Changes } from './tally-changes';
import { tallyTable, tallyTarget } from './tally-table';

/** Brings the sums in step with the rows that are being written. Call it in the same transaction, under the checkpoint. */
export async function writeTally(
  client: PoolClient,
  { projection, target }: Feed,
  before: ReadonlyMap<string, StoredRow>,
  result: Pick<FoldResult, 'changed' | 'removed'>,
): Promise<void> {
  const { tally } = projection;
  if (tally === undefined) return;
  const changes = changesOf(tally, before, result);
  if (changes.size === 0) return;
  const [table, place] = [tallyTable(tally), tallyTarget(target)];
  const stored = await storedAmounts(client, selectByKeysSql(place, table), changes);
  const after = [...changes].map(([key, { row, amounts }]) => ({
    ...row,
    key,
    amounts: plus(stored.get(key) ?? [], amounts),
    // Which event came last depends on how batches were cut, so sums say nothing about it.
    position: '0',
  }));
  const kept = after.filter(({ amounts }) => !isNothing(amounts));
  const gone = after.filter(({ amounts }) => isNothing(amounts)).map(({ key }) => key);
  if (kept.length > 0) await client.query(upsertSql(place, table), [JSON.stringify(kept)]);
  if (gone.length > 0) await client.query(deleteByKeysSql(place), [gone]);
}

async function storedAmounts(
  client: PoolClient,
  sql: string,
  changes: Changes,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await client.query<{ key: string; amounts: readonly number[] }>(sql, [
    [...changes.keys()],
  ]);
  return new Map(rows.map(({ key, amounts }) => [key, amounts]));
}
