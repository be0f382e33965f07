import { inTransaction } from '@thidua/database';
import type { Position } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import { beginGeneration } from '../generations/begin-generation';
import { feedsOf, listGenerations, liveAmong } from '../generations/find-generation';
import { inTurn } from '../generations/generation-lock';
import { digestsOf, removeGeneration } from '../generations/remove-generation';
import type { Projection } from '../projection';
import { rejectProjection } from '../runtime-rejections';
import { tablesOf } from '../tallies/tally-table';
import { qualified, targetOf, type ReadTarget } from '../tables/read-table';
import { fillPartition, whileLeased, type RepairContext } from './fill-generation';

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
 * @throws CommandRejected REBUILD_INCOMPLETE when the log cannot be folded that far, READ_MODEL_BUILDING.
 */
export async function rebuildCheck(
  context: RepairContext,
  projection: Projection,
): Promise<RebuildCheck> {
  const { pool } = context;
  const made = await beginGeneration(context, projection, 'scratch');
  const copy = targetOf(projection, made.generation);
  const digests = digestsOf(copy);
  try {
    const taken = await takeDigests(pool, projection, digests);
    const feeds = feedsOf(projection, made);
    await whileLeased(context, feeds, async () => {
      for (const feed of feeds) {
        await fillPartition(context, feed, taken.positions[feed.target.partition] ?? 0n);
      }
    });
    const least = taken.positions.reduce((a, b) => (a < b ? a : b));
    const copied = digestSql(projection, copy);
    return await compare(pool, taken.live, { digests, copied, position: least.toString() });
  } finally {
    await inTurn(pool, (client) => removeGeneration(client, projection, made.generation));
  }
}

/** The text of a whole row quotes each column, so two different rows never read alike. Sums are rows like any other. */
const digestSql = (projection: Projection, rows: ReadTarget): string =>
  tablesOf(projection, rows)
    .map(({ target }) => {
      const key = target.table === rows.table ? 't.key' : `'tally:' || t.key`;
      return `select ${key} as key, sha256(convert_to(t::text, 'UTF8')) as digest from ${qualified(target)} t`;
    })
    .join(' union all ');

interface TakenDigests {
  readonly live: ReadTarget;
  /** Checkpoint of each partition. */
  readonly positions: readonly Position[];
}

/** One snapshot gives the checkpoints and the rows, whatever is committed or switched meanwhile. */
function takeDigests(pool: Pool, id: Projection, digests: string): Promise<TakenDigests> {
  return inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read');
    await client.query(`set local time zone 'UTC'`);
    const live = liveAmong(await listGenerations(client, id));
    if (live === null) return rejectProjection('READ_MODEL_BUILDING', { name: id.name });
    const target = targetOf(id, live.generation);
    await client.query(`create table ${digests} as ${digestSql(id, target)}`);
    return { live: target, positions: await positionsOf(client, target) };
  });
}

async function positionsOf(
  client: PoolClient,
  { name, version, generation }: ReadTarget,
): Promise<readonly Position[]> {
  const { rows } = await client.query<{ position: string }>(
    `select position::text as position from read.projections
      where name = $1 and version = $2 and generation = $3 order by partition`,
    [name, version, generation],
  );
  return rows.map(({ position }) => BigInt(position));
}

interface ComparedRow {
  readonly key: string;
  readonly kind: RowDifference['kind'];
}

const compare = (
  pool: Pool,
  live: ReadTarget,
  {
    digests,
    copied,
    position,
  }: { readonly digests: string; readonly copied: string; readonly position: string },
): Promise<RebuildCheck> =>
  inTransaction(pool, async (client) => {
    await client.query(`set local time zone 'UTC'`);
    const hashSql = (rows: string): string =>
      `select encode(sha256(coalesce(string_agg(d.digest, ''::bytea order by d.key collate "C"), '')), 'hex') as hash
         from (${rows}) d`;
    const hashes = await client.query<{ hash: string }>(
      `${hashSql(`select * from ${digests}`)} union all ${hashSql(copied)}`,
    );
    const joined = `${digests} l full join (${copied}) r on l.key = r.key
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
