import { migrate, type Database, type MigrationStep } from '@thidua/database';
import { instantOf, type Instant, type Json } from '@thidua/kernel';
import type { JobOutcome } from '../jobs';

const STEPS: readonly MigrationStep[] = [
  {
    name: '0001-outcomes',
    sql: `create schema jobs;
          create table jobs.outcomes (
            id bigint generated always as identity primary key,
            name text not null,
            started_at timestamptz not null,
            finished_at timestamptz not null,
            ok boolean not null,
            summary jsonb not null);
          create index outcomes_by_name on jobs.outcomes (name, id desc);
          create table jobs.schedules (
            name text primary key,
            first_seen_at timestamptz not null default clock_timestamp())`,
  },
];

/** Outcomes kept per job; older ones are deleted, the audit trail does not live here. */
const KEPT_PER_JOB = 200;

interface OutcomeRow {
  readonly name: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly ok: boolean;
  readonly summary: Json;
}

/** @throws MigrationMismatch */
export const migrateOutcomes = (database: Database): Promise<void> =>
  migrate(database, 'jobs', STEPS);

export async function keepOutcome({ pool }: Database, outcome: JobOutcome): Promise<void> {
  const { name, startedAt, finishedAt, ok, summary } = outcome;
  await pool.query(
    `insert into jobs.outcomes (name, started_at, finished_at, ok, summary)
     values ($1, $2, $3, $4, $5::jsonb)`,
    [name, startedAt, finishedAt, ok, JSON.stringify(summary)],
  );
  await pool.query(
    `delete from jobs.outcomes where name = $1 and id <=
       (select id from jobs.outcomes where name = $1 order by id desc offset $2 limit 1)`,
    [name, KEPT_PER_JOB],
  );
}

/**
 * The latest outcome of every job that has finished once, by name. Readable without opening the queue, also where no
 * jobs have ever run.
 */
export async function lastOutcomes({ pool }: Database): Promise<ReadonlyMap<string, JobOutcome>> {
  const { rows: found } = await pool.query<{ readonly exists: boolean }>(
    `select to_regclass('jobs.outcomes') is not null as exists`,
  );
  if (found[0]?.exists !== true) return new Map();
  const { rows } = await pool.query<OutcomeRow>(
    `select distinct on (name) name, started_at as "startedAt", finished_at as "finishedAt", ok, summary
       from jobs.outcomes order by name, id desc`,
  );
  return new Map(
    rows.map(({ startedAt, finishedAt, ...rest }) => [
      rest.name,
      { ...rest, startedAt: instantOf(startedAt), finishedAt: instantOf(finishedAt) },
    ]),
  );
}

/** Since when the schedule has had nothing to answer for: its last run, or else the first start that knew of it. */
export async function settledSince({ pool }: Database, name: string): Promise<Instant> {
  await pool.query('insert into jobs.schedules (name) values ($1) on conflict do nothing', [name]);
  const { rows } = await pool.query<{ readonly since: Date }>(
    `select greatest(s.first_seen_at,
                     (select max(o.started_at) from jobs.outcomes o where o.name = s.name)) as since
       from jobs.schedules s where s.name = $1`,
    [name],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The schedule ${name} was not noted`);
  return instantOf(row.since);
}
