import type { Position } from '@thidua/kernel';
import type { LeaseHolder } from '../leases/lease-holder';
import { leaseName } from '../leases/sql-leases';
import type { Feed } from '../tables/read-table';
import { Projector, type ProjectorContext } from '../projector';
import { rejectProjection } from '../runtime-rejections';

/** What a copy is built with: the context, the leases that tell others it is being worked on, and the signal that ends the work when the process stops. */
export interface RepairContext extends ProjectorContext {
  readonly leases: LeaseHolder;
  readonly signal: AbortSignal;
}

/**
 * Folds the log into one partition of a copy, batch by batch, up to the position.
 * @throws CommandRejected REBUILD_INCOMPLETE when an event halts it before, the log ends before, or the process stops.
 */
export async function fillPartition(
  context: RepairContext,
  feed: Feed,
  wanted: Position,
): Promise<void> {
  const { position, error } = await new Projector(context, feed).catchUp(wanted, context.signal);
  if (error === null && position >= wanted) return;
  const stopped = context.signal.aborted ? 'the process is stopping' : 'the log ends there';
  const why = error === null ? stopped : `event ${error.eventId}: ${error.message}`;
  rejectProjection('REBUILD_INCOMPLETE', {
    name: feed.target.table,
    reached: position.toString(),
    wanted: wanted.toString(),
    why,
  });
}

/** The same for every partition. One after the other: they share a database and, here, one thread. */
export async function fillGeneration(
  context: RepairContext,
  feeds: readonly Feed[],
  wanted: Position,
): Promise<void> {
  for (const feed of feeds) await fillPartition(context, feed, wanted);
}

/** Keeps the feeds leased while the work goes on, so that no other process takes it for abandoned. */
export const whileLeased = <T>(
  { leases }: RepairContext,
  feeds: readonly Feed[],
  work: () => Promise<T>,
): Promise<T> =>
  leases.duringAll(
    feeds.map(({ target }) => leaseName(target)),
    work,
  );
