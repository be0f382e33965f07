import type { Position } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../projection';
import { restrictedTo } from '../partitions';
import type { HaltError, ProjectionState } from '../tables/checkpoints';
import { targetOf, type Feed } from '../tables/read-table';
import { SkipList } from '../tables/skip-list';

/** A read model of one version, whichever generation of it. */
export type VersionId = Pick<Projection, 'name' | 'version'>;

/** One copy of a read model with all of its partitions. */
export interface Generation {
  readonly generation: number;
  readonly state: ProjectionState;
  readonly partitionCount: number;
  /** Up to here every partition has come. */
  readonly position: Position;
  /** The furthest that any partition has come. */
  readonly reached: Position;
  /** An event it passed was skipped on record afterwards, so it may never be read again. */
  readonly missedSkip: boolean;
  /** What the first halted partition stands at. */
  readonly error: HaltError | null;
}

interface GenerationRow extends Omit<Generation, 'position' | 'reached'> {
  readonly position: string;
  readonly reached: string;
}

const GENERATIONS = `
  select generation, min(state) as state, min(partition_count) as "partitionCount",
         min(position)::text as position, max(position)::text as reached,
         bool_or(missed_skip) as "missedSkip",
         (array_agg(error order by partition) filter (where error is not null))[1] as error
    from read.projections where name = $1 and version = $2
   group by generation order by generation`;

/** Every generation of the version, oldest first. */
export async function listGenerations(
  client: Pool | PoolClient,
  { name, version }: VersionId,
): Promise<readonly Generation[]> {
  const { rows } = await client.query<GenerationRow>(GENERATIONS, [name, version]);
  return rows.map((row) => ({
    ...row,
    position: BigInt(row.position),
    reached: BigInt(row.reached),
  }));
}

export const liveAmong = (generations: readonly Generation[]): Generation | null =>
  generations.find(({ state }) => state === 'live') ?? null;

/** The live generation or, as long as none was ever finished, the first one in the making. */
export const fedAmong = (generations: readonly Generation[]): Generation | null =>
  liveAmong(generations) ?? generations.find(({ state }) => state === 'building') ?? null;

/** One feed for each partition of the generation. */
export const feedsOf = (
  projection: Projection,
  { generation, partitionCount }: Pick<Generation, 'generation' | 'partitionCount'>,
): readonly Feed[] =>
  Array.from({ length: partitionCount }, (_, partition) => ({
    projection: restrictedTo(projection, partition, partitionCount),
    target: targetOf(projection, generation, partition),
    skips: new SkipList(),
  }));
