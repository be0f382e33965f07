import { inTransaction } from '@thidua/database';
import type { Position } from '@thidua/kernel';
import type { Pool } from 'pg';
import type { Projection } from '../projection';
import type { ProjectorContext } from '../projector';
import { readCheckpoint } from '../tables/checkpoints';
import { liveTarget, qualified, quotedName, type ReadTarget } from '../tables/read-table';
import { createCopy, dropCopy, fillCopy } from './scratch-copy';

/** `changed`: both have the row, with different content. `missing`: only the log says it. `unexpected`: only the table has it. */
export interface RowDifference {
  readonly table: string;
  readonly key: string;
  readonly kind: 'changed' | 'missing' | 'unexpected';
}

export interface RebuildCheck {
  readonly name: string;
  readonly table: string;
  /** Log position at which the two were compared, a decimal string. */
  readonly position: string;
  readonly isEqual: boolean;
  /** SHA-256 in hex over the digests of all rows in key order. */
  readonly liveHash: string;
  readonly rebuiltHash: string;
  readonly differenceCount: number;
  /** The first ten, in key order. */
  readonly differences: readonly RowDifference[];
}

const SHOWN_MAX = 10;

/**
 * Folds the log from the beginning into a table aside, up to the live checkpoint, and compares every column of every row.
 * Both tables hold still: the live one is compared as it stood at one instant, by digests taken then.
 * @throws CopyIncomplete when the log cannot be folded that far.
 */
export async function rebuildCheck(
  context: ProjectorContext,
  projection: Projection,
): Promise<RebuildCheck> {
  const { pool } = context;
  const live = liveTarget(projection);
  const digests = quotedName(`${projection.name}__check_live`);
  const copy = await createCopy(pool, projection, 'check');
  try {
    const position = await takeDigests(pool, live, digests);
    await fillCopy(context, copy, position);
    return await compare(pool, live, copy.target, { digests, position: position.toString() });
  } finally {
    await dropCopy(pool, copy);
    await pool.query(`drop table if exists ${digests}`);
  }
}

/** The text of a whole row quotes each column, so two different rows never read alike. */
const digestSql = (target: ReadTarget): string =>
  `select t.key, sha256(convert_to(t::text, 'UTF8')) as digest from ${qualified(target)} t`;

/** One snapshot gives the checkpoint and the rows, whatever is committed meanwhile. */
async function takeDigests(pool: Pool, live: ReadTarget, digests: string): Promise<Position> {
  await pool.query(`drop table if exists ${digests}`);
  return inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read');
    await client.query(`set local time zone 'UTC'`);
    const checkpoint = await readCheckpoint(client, live);
    if (checkpoint === null) throw new Error(`${live.table} was never registered`);
    await client.query(`create table ${digests} as ${digestSql(live)}`);
    return checkpoint.position;
  });
}

interface ComparedRow {
  readonly key: string;
  readonly kind: RowDifference['kind'];
}

const compare = (
  pool: Pool,
  live: ReadTarget,
  copy: ReadTarget,
  { digests, position }: { readonly digests: string; readonly position: string },
): Promise<RebuildCheck> =>
  inTransaction(pool, async (client) => {
    await client.query(`set local time zone 'UTC'`);
    const hashSql = (rows: string): string =>
      `select encode(sha256(coalesce(string_agg(d.digest, ''::bytea order by d.key collate "C"), '')), 'hex') as hash
         from (${rows}) d`;
    const hashes = await client.query<{ hash: string }>(
      `${hashSql(`select * from ${digests}`)} union all ${hashSql(digestSql(copy))}`,
    );
    const joined = `${digests} l full join (${digestSql(copy)}) r on l.key = r.key
      where l.digest is distinct from r.digest`;
    const differing = await client.query<ComparedRow>(
      `select coalesce(l.key, r.key) collate "C" as key,
              case when l.key is null then 'missing' when r.key is null then 'unexpected'
                   else 'changed' end as kind
         from ${joined} order by 1 limit ${SHOWN_MAX}`,
    );
    const counted = await client.query<{ count: number }>(
      `select count(*)::int as count from ${joined}`,
    );
    const differenceCount = counted.rows[0]?.count ?? 0;
    return {
      name: live.name,
      table: `read.${live.table}`,
      position,
      isEqual: differenceCount === 0,
      liveHash: hashes.rows[0]?.hash ?? '',
      rebuiltHash: hashes.rows[1]?.hash ?? '',
      differenceCount,
      differences: differing.rows.map(({ key, kind }) => ({
        table: `read.${live.table}`,
        key,
        kind,
      })),
    };
  });
