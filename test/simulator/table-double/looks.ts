import type { SharedSession } from './simulated-pool';

const PROJECTION = `select position::text as position, state, error from read.projections
  where name = $1 and version = $2 and generation = $3 and partition = $4`;
const REACTOR = 'select position::text as position, error from read.reactors where name = $1';
const PARKED = `select key, position::text as "position", event_id as "eventId", error, tries
  from read.parked where name = $1 and version = $2 and generation = $3
   and ($4::text is null or key = $4) order by read.parked.position, key`;
const ROWS = `select t.key, t.position::text as "position", t."count" as "count", t."labels" as "labels",
  t."seen" as "seen" from read."counter__v1" t where t.key = any($1)`;

const GENERATION = ['counter', 1, 1];

/** The part of a row of the read model that a simulation looks at. */
export interface SeenRow {
  readonly key: string;
  readonly position: string;
  readonly count: number;
  readonly labels: readonly string[];
  readonly seen: object;
}

/** The first position of what was found; null when there is nothing. */
const positionIn = (rows: readonly object[]): string | null =>
  (rows[0] as { readonly position: string } | undefined)?.position ?? null;

/** Where the read model and the process manager stand: decimal strings, null as long as they were never started. */
export async function standing(
  shared: SharedSession,
  reactor: string,
): Promise<readonly (string | null)[]> {
  const projection = await shared.look(PROJECTION, [...GENERATION, 0]);
  return [positionIn(projection), positionIn(await shared.look(REACTOR, [reactor]))];
}

/** Keys with events set aside. */
export async function parkedKeys(shared: SharedSession): Promise<readonly string[]> {
  const rows = await shared.look(PARKED, [...GENERATION, null]);
  return [...new Set(rows.map((row) => (row as { readonly key: string }).key))];
}

/** The rows of the read model under these keys, in the order of their keys. */
export async function rowsUnder(
  shared: SharedSession,
  keys: readonly string[],
): Promise<readonly SeenRow[]> {
  const rows = (await shared.look(ROWS, [keys])) as readonly SeenRow[];
  return rows
    .map(({ key, position, count, labels, seen }) => ({ key, position, count, labels, seen }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
