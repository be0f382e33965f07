import type { Actor, RecordedEvent } from '@thidua/kernel';
import type { PoolClient } from 'pg';
import { fedAmong, listGenerations, type VersionId } from '../generations/find-generation';
import { inTurn } from '../generations/generation-lock';
import { partitionOf } from '../partitions';
import type { Projection } from '../projection';
import type { ProjectorContext } from '../projector';
import { rejectProjection } from '../runtime-rejections';
import { readCheckpoint } from '../tables/checkpoints';
import { listParked, removeParked } from '../tables/parked-events';
import { targetOf, type ReadTarget } from '../tables/read-table';
import { WHOLE_EVENT } from '../tables/skip-list';
import { addSkipped, skippedAt, type SkipEntry, type SkippedRow } from '../tables/skipped-events';
import { eventAt } from './event-at';

/** An operator's act: what is to be passed over, who says so, and why. */
export interface SkipRequest {
  /** The event a partition stands at, or a parked one; every parked event of the key when left out. Decimal string. */
  readonly position?: string;
  /** The row whose parked events are meant; left out for an event that halted the projection. */
  readonly key?: string;
  readonly actor: Actor;
  readonly reason: string;
}

export interface SkipOutcome {
  /** What is on record now for what was asked, the earlier record when it was asked before. */
  readonly skipped: readonly SkippedRow[];
  readonly repeated: boolean;
}

/**
 * Puts on record that the version passes over an event, and lets it go on. A rebuild passes over the same; a copy that
 * has gone past the event already is not to be read any more.
 * @throws CommandRejected NOTHING_TO_SKIP when nothing stands or is parked there and nothing was skipped there before.
 */
export async function skip(
  { pool, store }: ProjectorContext,
  projection: Projection,
  request: SkipRequest,
): Promise<SkipOutcome> {
  // The log is read before the transaction: an embedded database has one connection, and the log may need it.
  const events = new Map<string, RecordedEvent>();
  for (;;) {
    const outcome = await inTurn(pool, (client) => record(client, projection, request, events));
    if ('skipped' in outcome) return outcome;
    for (const position of outcome.unread) events.set(position, await eventAt(store, position));
  }
}

type Attempt = SkipOutcome | { readonly unread: readonly string[] };

async function record(
  client: PoolClient,
  projection: Projection,
  request: SkipRequest,
  events: ReadonlyMap<string, RecordedEvent>,
): Promise<Attempt> {
  const { name } = projection;
  const fed = fedAmong(await listGenerations(client, projection));
  if (fed === null) return rejectProjection('READ_MODEL_BUILDING', { name });
  const target = targetOf(projection, fed.generation);
  const waiting =
    request.key === undefined
      ? await haltedThere(client, target, { ...fed, position: request.position })
      : await parkedThere(client, target, { key: request.key, position: request.position });
  const asked = { position: request.position ?? null, key: request.key ?? null };
  if (waiting.length === 0) {
    const earlier = await skippedAt(client, projection, asked);
    if (earlier.length === 0) return rejectProjection('NOTHING_TO_SKIP', { name });
    return { skipped: earlier, repeated: true };
  }
  const unread = waiting.map(({ position }) => position).filter((each) => !events.has(each));
  if (unread.length > 0) return { unread };
  const entries = waiting.flatMap((each) =>
    entriesOf(projection, fed.partitionCount, each, events.get(each.position)),
  );
  await addSkipped(client, projection, entries, request);
  await letGo(client, target, entries);
  return { skipped: await skippedAt(client, projection, asked), repeated: false };
}

/** An event that waits for a person: one that halted a partition, or one parked for a key. */
interface Waiting {
  readonly position: string;
  readonly error: string | null;
  readonly key: string | null;
  readonly partition: number;
}

async function haltedThere(
  client: PoolClient,
  target: ReadTarget,
  asked: { readonly partitionCount: number; readonly position: string | undefined },
): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = [];
  for (let partition = 0; partition < asked.partitionCount; partition += 1) {
    const checkpoint = await readCheckpoint(client, { ...target, partition }, 'lock');
    const error = checkpoint?.error;
    if (!error || (asked.position !== undefined && asked.position !== error.position)) continue;
    waiting.push({ position: error.position, error: error.message, key: null, partition });
  }
  return waiting;
}

async function parkedThere(
  client: PoolClient,
  target: ReadTarget,
  asked: { readonly key: string; readonly position: string | undefined },
): Promise<readonly Waiting[]> {
  const parked = await listParked(client, target, asked.key);
  return parked
    .filter(({ position }) => asked.position === undefined || asked.position === position)
    .map(({ position, error, key }) => ({ position, error, key, partition: 0 }));
}

/** Another partition may have folded the event for its own keys, so a halted one skips it for those that live in it. */
function entriesOf(
  projection: Projection,
  partitionCount: number,
  { position, error, key, partition }: Waiting,
  event: RecordedEvent | undefined,
): readonly SkipEntry[] {
  if (event === undefined) return [];
  const entry = { position, error, eventId: event.id, eventType: event.type };
  if (key !== null) return [{ ...entry, key }];
  const keys = keysOrNone(projection, event).filter(
    (each) => partitionOf(each, partitionCount) === partition,
  );
  return (keys.length === 0 ? [WHOLE_EVENT] : keys).map((each) => ({ ...entry, key: each }));
}

/** Empty when even the choice of keys throws; then no partition can have folded any of it. */
function keysOrNone(projection: Projection, event: RecordedEvent): readonly string[] {
  try {
    return projection.keysOf(event);
  } catch {
    return [];
  }
}

/** Frees the fed generation from what was skipped, and marks the other ones that have gone past it. */
async function letGo(
  client: PoolClient,
  target: ReadTarget,
  entries: readonly SkipEntry[],
): Promise<void> {
  const id: VersionId = target;
  for (const { key, position } of entries) await removeParked(client, target, key, [position]);
  const positions = [...new Set(entries.map(({ position }) => position))];
  await client.query(
    `update read.projections set error = null
      where name = $1 and version = $2 and generation = $3 and error->>'position' = any($4::text[])`,
    [id.name, id.version, target.generation, positions],
  );
  await client.query(
    `update read.projections set missed_skip = true
      where name = $1 and version = $2 and generation <> $3
        and position >= (select min(p) from unnest($4::bigint[]) p)`,
    [id.name, id.version, target.generation, positions],
  );
}
