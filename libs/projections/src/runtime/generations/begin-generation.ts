import type { PoolClient } from 'pg';
import { leaseName, leaseOwners, takeLeases } from '../leases/sql-leases';
import type { Projection } from '../projection';
import type { ProjectorContext } from '../projector';
import { rejectProjection } from '../runtime-rejections';
import { tablesOf } from '../tallies/tally-table';
import type { ProjectionState } from '../tables/checkpoints';
import { createTableSql, targetOf } from '../tables/read-table';
import {
  feedsOf,
  listGenerations,
  liveAmong,
  type Generation,
  type VersionId,
} from './find-generation';
import { inTurn } from './generation-lock';
import { removeGeneration } from './remove-generation';

/** Writes the rows that stand for a new generation, all at position 0. */
export async function insertGeneration(
  client: PoolClient,
  { name, version }: VersionId,
  { generation, partitionCount }: Pick<Generation, 'generation' | 'partitionCount'>,
  state: ProjectionState,
): Promise<void> {
  await client.query(
    `insert into read.projections
       (name, version, generation, partition, partition_count, state, position, skip_count)
     select $1, $2, $3, p, $4, $5, 0,
            (select count(*) from read.skipped s where s.name = $1 and s.version = $2)
       from generate_series(0, $4::int - 1) p`,
    [name, version, generation, partitionCount, state],
  );
}

/**
 * Makes an empty generation beside those that are there, under a number nobody else was given and leased to this runner.
 * One that a dead process left half made is thrown away first.
 * @throws CommandRejected READ_MODEL_BUILDING when none is live yet, REBUILD_RUNNING when another process is at it.
 */
export function beginGeneration(
  { pool, owner, options }: ProjectorContext,
  projection: Projection,
  state: 'building' | 'scratch',
): Promise<Generation> {
  return inTurn(pool, async (client) => {
    const known = await listGenerations(client, projection);
    const live = liveAmong(known);
    if (live === null) return rejectProjection('READ_MODEL_BUILDING', { name: projection.name });
    for (const one of known) {
      if (one.state !== 'building' && one.state !== 'scratch') continue;
      const isLeft = await removeIfAbandoned(client, projection, one);
      if (!isLeft && one.state === 'building' && state === 'building') {
        const { generation } = one;
        return rejectProjection('REBUILD_RUNNING', { name: projection.name, generation });
      }
    }
    // A copy that is compared row by row has the partitions of what it is compared with.
    const partitionCount = state === 'scratch' ? live.partitionCount : (projection.partitions ?? 1);
    const generation = (known.at(-1)?.generation ?? 0) + 1;
    const made = { generation, partitionCount };
    await createTables(client, projection, generation);
    await insertGeneration(client, projection, made, state);
    const names = feedsOf(projection, made).map(({ target }) => leaseName(target));
    await takeLeases(client, owner, names, options.leaseMs);
    return { ...made, state, position: 0n, reached: 0n, missedSkip: false, error: null };
  });
}

/** Without indexes, which are made when the rows are in. */
async function createTables(
  client: PoolClient,
  projection: Projection,
  generation: number,
): Promise<void> {
  for (const { target, table } of tablesOf(projection, targetOf(projection, generation))) {
    await client.query(createTableSql(target, table));
  }
}

/** True when its maker is gone and it was removed. */
async function removeIfAbandoned(
  client: PoolClient,
  projection: Projection,
  generation: Generation,
): Promise<boolean> {
  const feeds = feedsOf(projection, generation);
  const owners = await leaseOwners(
    client,
    feeds.map(({ target }) => leaseName(target)),
  );
  if (owners.size > 0) return false;
  await removeGeneration(client, projection, generation.generation);
  return true;
}
