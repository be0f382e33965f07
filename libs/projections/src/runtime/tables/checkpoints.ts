import type { Position } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import type { ReadTarget } from './read-table';

export type ProjectionState = 'live' | 'building' | 'retired';

/** Why a projection stands still, kept until somebody resumes it. */
export interface HaltError {
  readonly eventId: string;
  readonly eventType: string;
  /** Position of the event, a decimal string. */
  readonly position: string;
  readonly message: string;
}

export interface Checkpoint {
  readonly position: Position;
  readonly state: ProjectionState;
  readonly error: HaltError | null;
}

interface CheckpointRow {
  readonly position: string;
  readonly state: ProjectionState;
  readonly error: HaltError | null;
}

/** Another runner moved the checkpoint first; whatever this one did in the transaction is rolled back. */
export class CheckpointLost extends Error {
  constructor(readonly target: ReadTarget) {
    super(`Another runner moved the checkpoint of ${target.name} v${target.version}`);
    this.name = 'CheckpointLost';
  }
}

const SELECT = `select position::text as position, state, error from read.projections
  where name = $1 and version = $2`;

/** Null when the projection was never registered. `lock` holds the row until the transaction ends. */
export async function readCheckpoint(
  client: Pool | PoolClient,
  target: ReadTarget,
  lock: 'lock' | 'look' = 'look',
): Promise<Checkpoint | null> {
  const sql = lock === 'lock' ? `${SELECT} for update` : SELECT;
  const { rows } = await client.query<CheckpointRow>(sql, [target.name, target.version]);
  const row = rows[0];
  return row === undefined ? null : { ...row, position: BigInt(row.position) };
}

/**
 * Compare-and-set. Taken first in the transaction, because the row lock makes a second runner wait here, before it has
 * touched a row of the read model.
 * @throws CheckpointLost when the checkpoint is no longer at `from`, or the projection was halted meanwhile.
 */
export async function moveCheckpoint(
  client: PoolClient,
  target: ReadTarget,
  from: Position,
  to: Position,
): Promise<void> {
  const { rowCount } = await client.query(
    `update read.projections set position = $4
      where name = $1 and version = $2 and position = $3 and error is null`,
    [target.name, target.version, from.toString(), to.toString()],
  );
  if (rowCount !== 1) throw new CheckpointLost(target);
}

/** Records why the projection halts; does nothing when another runner has moved on. */
export async function haltAt(
  client: Pool,
  target: ReadTarget,
  at: Position,
  error: HaltError,
): Promise<void> {
  await client.query(
    `update read.projections set error = $4
      where name = $1 and version = $2 and position = $3`,
    [target.name, target.version, at.toString(), JSON.stringify(error)],
  );
}

/** Lets a halted projection try again from its checkpoint. */
export async function clearHalt(client: Pool, target: ReadTarget): Promise<void> {
  await client.query('update read.projections set error = null where name = $1 and version = $2', [
    target.name,
    target.version,
  ]);
}
