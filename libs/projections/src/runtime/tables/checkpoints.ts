import type { Position } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import { TARGET, targetParams, type ReadTarget } from './read-table';

/**
 * `live`: what readers of this version read. `building`: not readable yet. `retired`: was live, kept for a roll-back.
 * `returning`: a retired one on its way back. `scratch`: made to be compared, then dropped.
 */
export type ProjectionState = 'building' | 'live' | 'retired' | 'returning' | 'scratch';

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

/** Another one moved, halted or retired the checkpoint first; what this one did in the transaction is rolled back. */
export class CheckpointLost extends Error {
  constructor(readonly target: ReadTarget) {
    super(`The checkpoint of ${target.table}/${target.partition} was moved, halted or retired`);
    this.name = 'CheckpointLost';
  }
}

const SELECT = `select position::text as position, state, error from read.projections
  where ${TARGET}`;

/** Null when the projection was never registered. `lock` holds the row until the transaction ends. */
export async function readCheckpoint(
  client: Pool | PoolClient,
  target: ReadTarget,
  lock: 'lock' | 'look' = 'look',
): Promise<Checkpoint | null> {
  const sql = lock === 'lock' ? `${SELECT} for update` : SELECT;
  const { rows } = await client.query<CheckpointRow>(sql, targetParams(target));
  const row = rows[0];
  return row === undefined ? null : { ...row, position: BigInt(row.position) };
}

/**
 * Compare-and-set. Taken first in the transaction, because the row lock makes a second runner wait here, before it has
 * touched a row of the read model. A switch between generations holds the row for an instant.
 * @returns how many skips are on record for the version, so that a changed record is noticed without asking for it.
 * @throws CheckpointLost when the checkpoint is no longer at `from`, or the projection was halted, held or retired.
 */
export async function moveCheckpoint(
  client: PoolClient,
  target: ReadTarget,
  from: Position,
  to: Position,
): Promise<number> {
  const { rows } = await client.query<{ skipCount: number }>(
    `update read.projections set position = $6
      where ${TARGET} and position = $5 and error is null and state <> 'retired'
        and (hold_until is null or hold_until < clock_timestamp())
      returning skip_count as "skipCount"`,
    [...targetParams(target), from.toString(), to.toString()],
  );
  const moved = rows[0];
  if (moved === undefined) throw new CheckpointLost(target);
  return moved.skipCount;
}

/** Records why the projection halts; does nothing when another runner has moved on. */
export async function haltAt(
  client: Pool,
  target: ReadTarget,
  at: Position,
  error: HaltError,
): Promise<void> {
  await client.query(`update read.projections set error = $6 where ${TARGET} and position = $5`, [
    ...targetParams(target),
    at.toString(),
    JSON.stringify(error),
  ]);
}

/** Lets a halted projection try again from its checkpoint. */
export async function clearHalt(client: Pool, target: ReadTarget): Promise<void> {
  await client.query(
    `update read.projections set error = null where ${TARGET}`,
    targetParams(target),
  );
}
