import type { Pool } from 'pg';
import type { HaltError, ProjectionState } from '../tables/checkpoints';

/** One partition of a generation and who feeds it. */
export interface PartitionHealth {
  readonly partition: number;
  /** Decimal string. */
  readonly position: string;
  readonly leaseOwner: string | null;
  readonly error: HaltError | null;
}

/** One table of a read model. */
export interface GenerationHealth {
  readonly name: string;
  readonly version: number;
  readonly generation: number;
  readonly state: ProjectionState;
  /** Decimal string: the least of its partitions. */
  readonly position: string;
  /** The owner of every lease on it, when it is one and the same. */
  readonly leaseOwner: string | null;
  readonly error: HaltError | null;
  readonly parkedCount: number;
  readonly parkedKeyCount: number;
  /** Skips on record for the version. */
  readonly skippedCount: number;
  /** True when it has passed an event that was skipped afterwards: it is not to be read again. */
  readonly missedSkip: boolean;
  readonly partitions: readonly PartitionHealth[];
}

type GenerationRow = Omit<GenerationHealth, 'position' | 'leaseOwner' | 'error'>;

const GENERATIONS = `
  select p.name, p.version, p.generation, min(p.state) as state,
         bool_or(p.missed_skip) as "missedSkip",
         (select count(*)::int from read.parked k where k.name = p.name
             and k.version = p.version and k.generation = p.generation) as "parkedCount",
         (select count(distinct k.key)::int from read.parked k where k.name = p.name
             and k.version = p.version and k.generation = p.generation) as "parkedKeyCount",
         (select count(*)::int from read.skipped s
           where s.name = p.name and s.version = p.version) as "skippedCount",
         json_agg(json_build_object('partition', p.partition, 'position', p.position::text,
           'leaseOwner', l.owner, 'error', p.error) order by p.partition) as partitions
    from read.projections p
    left join read.leases l on l.until >= clock_timestamp()
      and l.name = format('projection:%s:v%s:g%s:p%s', p.name, p.version, p.generation, p.partition)
   where p.name = any($1) and p.state <> 'scratch'
   group by p.name, p.version, p.generation
   order by p.name collate "C", p.version, p.generation`;

/** Every table of the named read models, of every version. */
export async function generationHealth(
  pool: Pool,
  names: readonly string[],
): Promise<readonly GenerationHealth[]> {
  const { rows } = await pool.query<GenerationRow>(GENERATIONS, [names]);
  return rows.map(({ partitions, ...row }) => ({
    ...row,
    position: leastOf(partitions.map(({ position }) => position)),
    leaseOwner: sameOf(partitions.map(({ leaseOwner }) => leaseOwner)),
    error: partitions.find(({ error }) => error !== null)?.error ?? null,
    partitions,
  }));
}

const leastOf = (positions: readonly string[]): string =>
  positions
    .map(BigInt)
    .reduce((least, position) => (position < least ? position : least))
    .toString();

const sameOf = (owners: readonly (string | null)[]): string | null =>
  owners.every((owner) => owner === owners[0]) ? (owners[0] ?? null) : null;
