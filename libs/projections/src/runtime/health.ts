import type { Instant, Position } from '@thidua/kernel';
import type { Pool } from 'pg';
import type { LogReader } from './log-reader';
import { generationHealth, type GenerationHealth } from './generations/generation-health';
import { reactorLeaseName } from './leases/sql-leases';
import type { Projection } from './projection';
import type { Reactor, ReactorError } from './reactors/reactor';
import type { HaltError, ProjectionState } from './tables/checkpoints';

/** `halted` and `parked` need a person; `troubled` is retried by itself. */
export type Condition = 'well' | 'parked' | 'troubled' | 'halted';

/** How far something has come behind the log. */
export interface Progress {
  /** Decimal string: every event up to here has been handled. */
  readonly position: string;
  /** Decimal string: the last position of the log. */
  readonly head: string;
  /** Positions between the two, a decimal string. */
  readonly lag: string;
  /** Seconds since the oldest event that is still to be handled was recorded; 0 when there is none. */
  readonly lagSeconds: number;
  /** The runner that holds the lease; null when none does, or when several share the partitions. */
  readonly leaseOwner: string | null;
  /** What keeps this process from going on, when it is no event's fault. */
  readonly trouble: string | null;
  readonly condition: Condition;
}

export interface ProjectionHealth extends Progress {
  readonly name: string;
  readonly version: number;
  /** The generation that is read or, as long as none is, the one being built. */
  readonly generation: number;
  readonly state: ProjectionState;
  /** Events set aside, those that only queue included. */
  readonly parkedCount: number;
  /** Keys with at least one event set aside. */
  readonly parkedKeyCount: number;
  /** Skips on record for this version. */
  readonly skippedCount: number;
  readonly error: HaltError | null;
  /** Every table of this read model, of every version, that is in the database. */
  readonly generations: readonly GenerationHealth[];
}

export interface ReactorHealth extends Progress {
  readonly name: string;
  readonly error: ReactorError | null;
}

const lagOf = (head: Position, position: string): string => {
  const lag = head - BigInt(position);
  return (lag < 0n ? 0n : lag).toString();
};

function conditionOf(
  { error, parkedCount }: { readonly error: object | null; readonly parkedCount: number },
  trouble: string | null,
): Condition {
  if (error !== null) return 'halted';
  if (trouble !== null) return 'troubled';
  return parkedCount > 0 ? 'parked' : 'well';
}

type TroubleOf = (name: string) => string | null;
const noTrouble: TroubleOf = () => null;

/** The database's clock, which is the log's own wherever the log is kept there; in milliseconds. */
async function clockMs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ now: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now',
  );
  return Number(rows[0]?.now ?? 0);
}

/** An event recorded by a clock that runs ahead of the database's counts as new. */
async function lagSeconds(
  store: LogReader,
  types: readonly string[] | 'all',
  { position, lag }: Pick<Progress, 'position' | 'lag'>,
  nowMs: number,
): Promise<number> {
  if (lag === '0') return 0;
  const { events } = await store.readAll({
    after: BigInt(position),
    maxCount: 1,
    ...(types === 'all' ? {} : { types }),
  });
  const recordedAt: Instant | undefined = events[0]?.recordedAt;
  if (recordedAt === undefined) return 0;
  return Math.max(0, (nowMs - Date.parse(recordedAt)) / 1000);
}

/** How the given projections stand, from the database; `troubleOf` adds what only this process knows. */
export async function projectionHealth(
  pool: Pool,
  store: LogReader,
  projections: readonly Pick<Projection, 'name' | 'version' | 'types'>[],
  troubleOf: TroubleOf = noTrouble,
): Promise<readonly ProjectionHealth[]> {
  const all = await generationHealth(
    pool,
    projections.map(({ name }) => name),
  );
  // Read after the checkpoints, so that a lag is never negative for an honest reason.
  const head = await store.head();
  const nowMs = await clockMs(pool);
  const healths = projections.map(async ({ name, version, types }) => {
    const own = all.filter((each) => each.name === name);
    const ofVersion = own.filter((each) => each.version === version);
    const fed =
      ofVersion.find(({ state }) => state === 'live') ??
      ofVersion.find(({ state }) => state === 'building');
    if (fed === undefined) return [];
    const lag = lagOf(head, fed.position);
    const trouble = troubleOf(name);
    const { generation, state, position, error, parkedCount, parkedKeyCount, skippedCount } = fed;
    return [
      {
        ...{ name, version, generation, state, position, head: head.toString(), lag },
        lagSeconds: await lagSeconds(store, types, { position, lag }, nowMs),
        ...{ parkedCount, parkedKeyCount, skippedCount, error, trouble },
        leaseOwner: fed.leaseOwner,
        condition: conditionOf(fed, trouble),
        generations: own,
      },
    ];
  });
  return (await Promise.all(healths)).flat().sort(({ name: a }, { name: b }) => (a < b ? -1 : 1));
}

/** The same for reactors. */
export async function reactorHealth(
  pool: Pool,
  store: LogReader,
  reactors: readonly Pick<Reactor, 'name' | 'types'>[],
  troubleOf: TroubleOf = noTrouble,
): Promise<readonly ReactorHealth[]> {
  const { rows } = await pool.query<
    Pick<ReactorHealth, 'name' | 'position' | 'error' | 'leaseOwner'>
  >(
    `select r.name, r.position::text as position, r.error, l.owner as "leaseOwner"
       from read.reactors r
       left join read.leases l on l.name = $2 || r.name and l.until >= clock_timestamp()
      where r.name = any($1) order by r.name collate "C"`,
    [reactors.map(({ name }) => name), reactorLeaseName('')],
  );
  const head = await store.head();
  const nowMs = await clockMs(pool);
  return Promise.all(
    rows.map(async (row) => {
      const lag = lagOf(head, row.position);
      const trouble = troubleOf(row.name);
      const types = reactors.find(({ name }) => name === row.name)?.types ?? 'all';
      return {
        ...row,
        ...{ head: head.toString(), lag, trouble },
        lagSeconds: await lagSeconds(store, types, { position: row.position, lag }, nowMs),
        condition: row.error !== null || trouble !== null ? 'troubled' : 'well',
      } as const;
    }),
  );
}

/** Which of them cannot be read up to the position yet; one that was never registered is behind. */
export async function namesBehind(
  pool: Pool,
  parts: {
    readonly projections: readonly Pick<Projection, 'name' | 'version'>[];
    readonly reactors: readonly string[];
  },
  position: Position,
): Promise<readonly string[]> {
  const wanted = parts.projections.map(({ name, version }) => ({ name, version }));
  const { rows } = await pool.query<{ name: string }>(
    `select w.name from json_to_recordset($1::json) as w(name text, version int)
      where coalesce((select min(p.position) from read.projections p
                       where p.name = w.name and p.version = w.version and p.state = 'live'),
                     -1) < $3
     union all
     select w.name from unnest($2::text[]) as w(name)
       left join read.reactors r on r.name = w.name
      where r.position is null or r.position < $3`,
    [JSON.stringify(wanted), parts.reactors, position.toString()],
  );
  return rows.map(({ name }) => name);
}
