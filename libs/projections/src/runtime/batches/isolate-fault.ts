import type { Pool } from 'pg';
import { applyBatch, type Batch } from './apply-batch';
import type { Feed } from '../tables/read-table';

/**
 * Whether the rows themselves were refused (bad or too large values, broken constraints, what cannot be serialised), as
 * opposed to a database that is away or busy. Only the former can ever be an event's fault.
 */
export function isDataFault(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(22|23|54)[0-9A-Z]{3}$/.test(code);
}

/** One event the database refuses, alone in its batch. */
export interface RefusedEvent {
  readonly batch: Batch;
  readonly error: unknown;
}

/**
 * Halves a refused batch until one event is left, applying every half that goes through. Null when all of it went
 * through after all.
 * @throws CheckpointLost, PoisonEvent, and any error that is no data fault.
 */
export async function isolateFault(
  pool: Pool,
  feed: Feed,
  batch: Batch,
): Promise<RefusedEvent | null> {
  try {
    await applyBatch(pool, feed, batch);
    return null;
  } catch (error) {
    if (!isDataFault(error)) throw error;
    if (batch.events.length <= 1) return { batch, error };
  }
  const [left, right] = halves(batch);
  return (await isolateFault(pool, feed, left)) ?? isolateFault(pool, feed, right);
}

/** Split after the middle event; the second half keeps the end of the batch. */
function halves(batch: Batch): readonly [Batch, Batch] {
  const middle = Math.ceil(batch.events.length / 2);
  const first = batch.events.slice(0, middle);
  const border = first.at(-1)?.position ?? batch.from;
  return [
    { from: batch.from, to: border, events: first },
    { from: border, to: batch.to, events: batch.events.slice(middle) },
  ];
}

/** The part of the batch before the event; its end is the last event that can be folded. */
export function before(batch: Batch, eventId: string): Batch {
  const index = batch.events.findIndex(({ id }) => id === eventId);
  const events = batch.events.slice(0, index);
  return { from: batch.from, to: events.at(-1)?.position ?? batch.from, events };
}
