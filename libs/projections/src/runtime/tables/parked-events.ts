import type { Pool, PoolClient } from 'pg';
import type { ParkedEvent } from '../batches/fold-batch';
import type { Feed, ReadTarget } from './read-table';

/** A parked event as it stands in `read.parked`. */
export interface ParkedRow {
  readonly key: string;
  /** Decimal string. */
  readonly position: string;
  readonly eventId: string;
  /** Null when the event only queues behind an earlier one of the same key. */
  readonly error: string | null;
  /** How often folding it was tried. */
  readonly tries: number;
}

/** A key belongs to one partition, so the partition need not be named. */
const GENERATION = 'name = $1 and version = $2 and generation = $3';

const generationParams = ({ name, version, generation }: ReadTarget) => [name, version, generation];

const SELECT = `select key, position::text as "position", event_id as "eventId", error, tries
  from read.parked where ${GENERATION}`;

/** Which of the keys have events set aside. */
export async function parkedAmong(
  client: PoolClient,
  { projection, target }: Feed,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0 || projection.poison === 'stop') return new Set();
  const { rows } = await client.query<{ key: string }>(
    `select distinct key from read.parked where ${GENERATION} and key = any($4)`,
    [...generationParams(target), keys],
  );
  return new Set(rows.map(({ key }) => key));
}

export async function addParked(
  client: PoolClient,
  target: ReadTarget,
  parked: readonly ParkedEvent[],
): Promise<void> {
  if (parked.length === 0) return;
  const rows = parked.map(({ key, event, error }) => ({
    key,
    position: event.position.toString(),
    event_id: event.id,
    error,
    tries: error === null ? 0 : 1,
  }));
  await client.query(
    `insert into read.parked (name, version, generation, key, position, event_id, error, tries)
     select $1, $2, $3, r.* from json_to_recordset($4::json)
       as r(key text, position bigint, event_id text, error text, tries int)
     on conflict do nothing`,
    [...generationParams(target), JSON.stringify(rows)],
  );
}

/** What is set aside for the projection, or for one of its keys, in the order of the log. */
export async function listParked(
  client: Pool | PoolClient,
  target: ReadTarget,
  key: string | null = null,
): Promise<readonly ParkedRow[]> {
  const { rows } = await client.query<ParkedRow>(
    `${SELECT} and ($4::text is null or key = $4) order by read.parked.position, key`,
    [...generationParams(target), key],
  );
  return rows;
}

export async function removeParked(
  client: PoolClient,
  target: ReadTarget,
  key: string,
  positions: readonly string[],
): Promise<void> {
  await client.query(
    `delete from read.parked
      where ${GENERATION} and key = $4 and position = any($5::bigint[])`,
    [...generationParams(target), key, positions],
  );
}

/** Records another failed try. */
export async function recordTry(
  client: Pool | PoolClient,
  target: ReadTarget,
  { key, position }: Pick<ParkedRow, 'key' | 'position'>,
  error: string,
): Promise<void> {
  await client.query(
    `update read.parked set error = $6, tries = tries + 1
      where ${GENERATION} and key = $4 and position = $5`,
    [...generationParams(target), key, position, error],
  );
}
