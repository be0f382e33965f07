import { inTransaction } from '@thidua/database';
import { liveTable, type Projection } from '@thidua/projections';
import type { PoolClient } from 'pg';
import { AFTER_TIMEOUT_MS, type AnswerHeader, type ApplicationParts } from '../application-parts';

/**
 * Reads from one read model and says at which position the answer is true. With `after` it first waits, at most a few
 * seconds, until the read model holds that position. One snapshot serves the rows and their checkpoint, or the position
 * would be that of another moment.
 * @throws CommandRejected READ_MODEL_BUILDING as long as the read model was never finished.
 */
export async function answer<Body extends object>(
  parts: ApplicationParts,
  projection: Pick<Projection, 'name' | 'version'>,
  after: string | undefined,
  read: (reader: PoolClient, position: bigint) => Promise<Body>,
): Promise<AnswerHeader & Body> {
  const caughtUp = await reached(parts, projection.name, after);
  return inTransaction(parts.database.pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const { position } = await liveTable(client, projection);
    return { position, caughtUp, ...(await read(client, BigInt(position))) };
  });
}

/** Waits for the read model, at most a few seconds; true when it holds the position. */
export async function reached(
  parts: ApplicationParts,
  name: string,
  after: string | undefined,
): Promise<boolean> {
  if (after === undefined) return true;
  const outcome = await parts.projections.waitFor(BigInt(after), {
    timeoutMs: AFTER_TIMEOUT_MS,
    names: [name],
  });
  return outcome.reached;
}
