import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { inTransaction, type Database } from './database';

/** One step of a schema: run once, in order, never edited afterwards. */
export type MigrationStep = ActiveStep | RetiredStep;

interface ActiveStep {
  /** Unique within the owner, for example `0001-events`. */
  readonly name: string;
  /** One or more statements, run in one transaction. */
  readonly sql: string;
}

/** A step whose whole effect later steps have replaced: it does nothing any more, and keeps its place. */
interface RetiredStep {
  readonly name: string;
  /** SHA-256 in hex of the statements it had, so that databases which ran them are still recognised. */
  readonly retired: string;
}

/** The steps recorded in the database are not a beginning of the steps in the code. */
export class MigrationMismatch extends Error {
  constructor(owner: string, step: string, why: string) {
    super(
      `Cơ sở dữ liệu và phần mềm không khớp nhau, ${owner}/${step} (migration mismatch): ${why}`,
    );
    this.name = 'MigrationMismatch';
  }
}

interface AppliedRow {
  readonly name: string;
  readonly digest: string;
}

/** Any constant serves, as long as every process takes the same one. */
const LOCK_KEY = 7_461_883_201;

const digestOf = (step: MigrationStep): string =>
  'retired' in step ? step.retired : createHash('sha256').update(step.sql).digest('hex');

/**
 * Brings the owner's schema up to the last step. Each step is one transaction under one advisory lock, so two starting
 * processes take turns and the second finds the work done.
 * @throws MigrationMismatch when a recorded step was edited, removed or reordered.
 */
export async function migrate(
  database: Database,
  owner: string,
  steps: readonly MigrationStep[],
): Promise<void> {
  for (;;) {
    const finished = await inTransaction(database.pool, async (client) => {
      await client.query(`select pg_advisory_xact_lock(${LOCK_KEY})`);
      const applied = await readApplied(client, owner);
      applied.forEach((row, index) => {
        refuseMismatch(owner, row, steps[index]);
      });
      const step = steps[applied.length];
      if (step === undefined) return true;
      if ('sql' in step) await client.query(step.sql);
      await client.query(
        'insert into public.schema_migrations (owner, ordinal, name, digest) values ($1, $2, $3, $4)',
        [owner, applied.length, step.name, digestOf(step)],
      );
      return false;
    });
    if (finished) return;
  }
}

async function readApplied(client: PoolClient, owner: string): Promise<readonly AppliedRow[]> {
  await client.query(
    `create table if not exists public.schema_migrations (
       owner text not null, ordinal int not null, name text not null, digest text not null,
       applied_at timestamptz not null default clock_timestamp(), primary key (owner, ordinal))`,
  );
  const { rows } = await client.query<AppliedRow>(
    'select name, digest from public.schema_migrations where owner = $1 order by ordinal',
    [owner],
  );
  return rows;
}

function refuseMismatch(owner: string, applied: AppliedRow, step: MigrationStep | undefined): void {
  if (step === undefined) {
    throw new MigrationMismatch(owner, applied.name, 'the database is newer than the software');
  }
  if (step.name !== applied.name || digestOf(step) !== applied.digest) {
    throw new MigrationMismatch(owner, applied.name, `the code now says ${step.name} differently`);
  }
}
