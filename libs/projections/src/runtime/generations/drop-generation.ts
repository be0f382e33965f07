import type { Pool } from 'pg';
import { leaseName, leaseOwners } from '../leases/sql-leases';
import { pause } from '../pause';
import type { Projection } from '../projection';
import { rejectProjection } from '../runtime-rejections';
import {
  feedsOf,
  listGenerations,
  liveAmong,
  type Generation,
  type VersionId,
} from './find-generation';
import { inTurn } from './generation-lock';
import { removeGeneration } from './remove-generation';

const LOOK_MS = 100;

/** Which table is to be dropped. `version` is that of the running code when left out. */
export interface DropRequest {
  readonly version?: number;
  readonly generation: number;
}

/**
 * Drops a generation that nobody reads any more: a retired one of this version, or any of another version that no process
 * feeds. Never the live one of the running code, and never the only one. Waits, at most `waitMs`, for transactions that
 * may have looked it up before it was retired.
 * @returns false when it is gone already.
 * @throws CommandRejected GENERATION_IN_USE
 */
export async function dropGeneration(
  pool: Pool,
  projection: Projection,
  { version = projection.version, generation }: DropRequest,
  waitMs: number,
): Promise<boolean> {
  const id: VersionId = { name: projection.name, version };
  const inUse = (why: string): never =>
    rejectProjection('GENERATION_IN_USE', { ...id, generation, why });
  const found = await findOne(pool, id, generation);
  if (found === null) return false;
  const use = await useOf(pool, projection, id, found);
  if (use !== null) inUse(use);
  if (!(await olderTransactionsEnd(pool, waitMs))) {
    inUse('một giao dịch cũ còn đang đọc (an older transaction is still reading)');
  }
  return inTurn(pool, async (client) => {
    const again = await findOne(client, id, generation);
    if (again === null) return false;
    if (again.changedAt !== found.changedAt) inUse('vừa được đổi (it was just switched)');
    await removeGeneration(client, id, generation);
    return true;
  });
}

interface Droppable extends Generation {
  readonly changedAt: string;
}

async function findOne(
  client: Parameters<typeof listGenerations>[0],
  id: VersionId,
  generation: number,
): Promise<Droppable | null> {
  const found = (await listGenerations(client, id)).find((one) => one.generation === generation);
  if (found === undefined) return null;
  const { rows } = await client.query<{ at: string }>(
    `select max(changed_at)::text as at from read.projections
      where name = $1 and version = $2 and generation = $3`,
    [id.name, id.version, generation],
  );
  return { ...found, changedAt: rows[0]?.at ?? '' };
}

/** Why the generation must stay, in the words of the refusal; null when nobody uses it. */
async function useOf(
  pool: Pool,
  projection: Projection,
  id: VersionId,
  found: Generation,
): Promise<string | null> {
  const isOwn = id.version === projection.version;
  if (isOwn && found.state !== 'retired') return 'không phải bảng đã thay (it is not retired)';
  if (!isOwn && liveAmong(await listGenerations(pool, projection)) === null) {
    return 'phiên bản này chưa dựng xong (the present version is not built yet)';
  }
  const names = feedsOf({ ...projection, ...id }, found).map(({ target }) => leaseName(target));
  const owner = [...(await leaseOwners(pool, names)).values()][0];
  if (owner === undefined) return null;
  return `tiến trình ${owner} đang ghi vào đó (a process is feeding it)`;
}

/** False when some transaction that began before the call is still open after the time. */
async function olderTransactionsEnd(pool: Pool, waitMs: number): Promise<boolean> {
  const { rows } = await pool.query<{ now: string }>('select clock_timestamp()::text as now');
  const endsAt = performance.now() + waitMs;
  for (;;) {
    const older = await pool.query(
      `select 1 from pg_stat_activity where datname = current_database()
          and pid <> pg_backend_pid() and xact_start <= $1::timestamptz limit 1`,
      [rows[0]?.now],
    );
    if (older.rows.length === 0) return true;
    if (performance.now() >= endsAt) return false;
    await pause(LOOK_MS);
  }
}
