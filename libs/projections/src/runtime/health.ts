import type { Position } from '@thidua/kernel';
import type { Pool } from 'pg';
import type { LogReader } from './log-reader';
import type { Projection } from './projection';
import type { ReactorError } from './reactors/reactor';
import type { HaltError, ProjectionState } from './tables/checkpoints';

/** `halted` and `parked` need a person; `troubled` is retried by itself. */
export type Condition = 'well' | 'parked' | 'troubled' | 'halted';

export interface ProjectionHealth {
  readonly name: string;
  readonly version: number;
  readonly state: ProjectionState;
  /** Decimal string: every event up to here is in the table. */
  readonly position: string;
  /** Decimal string: the last position of the log. */
  readonly head: string;
  /** Positions between the two, a decimal string. */
  readonly lag: string;
  /** Events set aside, those that only queue included. */
  readonly parkedCount: number;
  readonly error: HaltError | null;
  /** What keeps this process from going on, when it is no event's fault. */
  readonly trouble: string | null;
  readonly condition: Condition;
}

export interface ReactorHealth {
  readonly name: string;
  readonly position: string;
  readonly head: string;
  readonly lag: string;
  readonly error: ReactorError | null;
  readonly trouble: string | null;
  readonly condition: Condition;
}

interface ProjectionRow {
  readonly name: string;
  readonly version: number;
  readonly state: ProjectionState;
  readonly position: string;
  readonly error: HaltError | null;
  readonly parkedCount: number;
}

const PROJECTIONS = `
  select p.name, p.version, p.state, p.position::text as position, p.error,
         (select count(*)::int from read.parked k
           where k.name = p.name and k.version = p.version) as "parkedCount"
    from read.projections p
    join json_to_recordset($1::json) as wanted(name text, version int)
      on p.name = wanted.name and p.version = wanted.version
   order by p.name collate "C", p.version`;

const lagOf = (head: Position, position: string): string => {
  const lag = head - BigInt(position);
  return (lag < 0n ? 0n : lag).toString();
};

function conditionOf(row: ProjectionRow, trouble: string | null): Condition {
  if (row.error !== null) return 'halted';
  if (trouble !== null) return 'troubled';
  return row.parkedCount > 0 ? 'parked' : 'well';
}

/** How the given projections stand, from the database; `troubleOf` adds what only this process knows. */
export async function projectionHealth(
  pool: Pool,
  store: LogReader,
  projections: readonly Pick<Projection, 'name' | 'version'>[],
  troubleOf: (name: string) => string | null = () => null,
): Promise<readonly ProjectionHealth[]> {
  const wanted = JSON.stringify(projections.map(({ name, version }) => ({ name, version })));
  const { rows } = await pool.query<ProjectionRow>(PROJECTIONS, [wanted]);
  // Read after the checkpoints, so that a lag is never negative for an honest reason.
  const head = await store.head();
  return rows.map((row) => {
    const trouble = troubleOf(row.name);
    return {
      ...row,
      head: head.toString(),
      lag: lagOf(head, row.position),
      trouble,
      condition: conditionOf(row, trouble),
    };
  });
}

/** The same for reactors. */
export async function reactorHealth(
  pool: Pool,
  store: LogReader,
  names: readonly string[],
  troubleOf: (name: string) => string | null = () => null,
): Promise<readonly ReactorHealth[]> {
  const { rows } = await pool.query<Pick<ReactorHealth, 'name' | 'position' | 'error'>>(
    `select name, position::text as position, error from read.reactors
      where name = any($1) order by name collate "C"`,
    [names],
  );
  const head = await store.head();
  return rows.map((row) => {
    const trouble = troubleOf(row.name);
    const condition = row.error !== null || trouble !== null ? 'troubled' : 'well';
    return { ...row, head: head.toString(), lag: lagOf(head, row.position), trouble, condition };
  });
}

/** Which of them have not reached the position; one that was never registered is behind. */
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
       left join read.projections p on p.name = w.name and p.version = w.version
      where p.position is null or p.position < $3
     union all
     select w.name from unnest($2::text[]) as w(name)
       left join read.reactors r on r.name = w.name
      where r.position is null or r.position < $3`,
    [JSON.stringify(wanted), parts.reactors, position.toString()],
  );
  return rows.map(({ name }) => name);
}
