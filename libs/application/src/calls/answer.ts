import { inTransaction } from '@thidua/database';
import { liveTable, type Projection } from '@thidua/projections';
import type { PoolClient } from 'pg';
import { AFTER_TIMEOUT_MS, type AnswerHeader, type ApplicationParts } from '../application-parts';

type Named = Pick<Projection, 'name' | 'version'>;

/**
 * Reads from one read model and says at which position the answer is true. With `after` it first waits, at most a few
 * seconds, until the read model holds that position. One snapshot serves the rows and their checkpoint, or the position
 * would be that of another moment.
 * @throws CommandRejected READ_MODEL_BUILDING as long as the read model was never finished.
 */
export const answer = <Body extends object>(
  parts: ApplicationParts,
  projection: Named,
  after: string | undefined,
  read: (reader: PoolClient, position: bigint) => Promise<Body>,
): Promise<AnswerHeader & Body> => answerFromAll(parts, [projection], after, read);

/** The same from several read models in one snapshot; the position is the lowest, which all of them have reached. */
export async function answerFromAll<Body extends object>(
  parts: ApplicationParts,
  projections: readonly [Named, ...Named[]],
  after: string | undefined,
  read: (reader: PoolClient, position: bigint) => Promise<Body>,
): Promise<AnswerHeader & Body> {
  const [first, ...others] = projections;
  let caughtUp = await reached(parts, first.name, after);
  for (const { name } of others) caughtUp = (await reached(parts, name, after)) && caughtUp;
  return inTransaction(parts.database.pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    let position = BigInt((await liveTable(client, first)).position);
    for (const other of others) {
      const held = BigInt((await liveTable(client, other)).position);
      if (held < position) position = held;
    }
    return {
      position: position.toString(),
      caughtUp,
      ...(await read(client, position)),
    };
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
