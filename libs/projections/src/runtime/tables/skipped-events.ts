import type { Actor } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import type { ReadTarget } from './read-table';
import { WHOLE_EVENT } from './skip-list';

/** An event that a read model passes over because somebody said so: who, why, and what had stood in the way. */
export interface SkippedRow {
  readonly version: number;
  /** Decimal string. */
  readonly position: string;
  /** The row it is passed over for; null when it is passed over as a whole. */
  readonly key: string | null;
  readonly eventId: string;
  readonly eventType: string;
  /** What the fold or the database had said. */
  readonly error: string | null;
  readonly actor: Actor;
  readonly reason: string;
  /** UTC, from the database's clock. */
  readonly skippedAt: string;
}

/** What goes on record with each skip of one act. */
export interface SkipEntry {
  readonly position: string;
  /** `WHOLE_EVENT` or a key. */
  readonly key: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly error: string | null;
}

const SELECT = `select version, position::text as position, nullif(key, '${WHOLE_EVENT}') as key,
    event_id as "eventId", event_type as "eventType", error, actor, reason,
    to_char(skipped_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "skippedAt"
  from read.skipped`;

/** The record of a read model, all versions, in the order of the log. */
export async function listSkipped(pool: Pool, name: string): Promise<readonly SkippedRow[]> {
  const { rows } = await pool.query<SkippedRow>(
    `${SELECT} where name = $1 order by read.skipped.position, version, key`,
    [name],
  );
  return rows;
}

/** What of the act is on record already; `key` null means any key. */
export async function skippedAt(
  client: PoolClient,
  { name, version }: Pick<ReadTarget, 'name' | 'version'>,
  { position, key }: { readonly position: string | null; readonly key: string | null },
): Promise<readonly SkippedRow[]> {
  const { rows } = await client.query<SkippedRow>(
    `${SELECT} where name = $1 and version = $2 and ($3::bigint is null or position = $3)
        and ($4::text is null or key in ($4, '${WHOLE_EVENT}'))
      order by read.skipped.position, key`,
    [name, version, position, key],
  );
  return rows;
}

/** Adds to the record, and tells every checkpoint of the version that it has changed. */
export async function addSkipped(
  client: PoolClient,
  { name, version }: Pick<ReadTarget, 'name' | 'version'>,
  entries: readonly SkipEntry[],
  { actor, reason }: Pick<SkippedRow, 'actor' | 'reason'>,
): Promise<void> {
  await client.query(
    `insert into read.skipped
       (name, version, position, key, event_id, event_type, error, actor, reason)
     select $1, $2, e.position, e.key, e."eventId", e."eventType", e.error, $4, $5
       from json_to_recordset($3::json) as e(position bigint, key text, "eventId" text,
                                             "eventType" text, error text)
     on conflict do nothing`,
    [name, version, JSON.stringify(entries), JSON.stringify(actor), reason],
  );
  await client.query(
    `update read.projections set skip_count =
       (select count(*) from read.skipped where name = $1 and version = $2)
      where name = $1 and version = $2`,
    [name, version],
  );
}
