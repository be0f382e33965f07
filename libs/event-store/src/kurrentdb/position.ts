import type { Position } from '@thidua/kernel';

/** A place in KurrentDB's log: byte offsets of the commit and of the record it commits, which is never later. */
export interface LogPlace {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Room for the distance between the two. Servers since version 20 write both as one; older logs hold larger ones. */
const DISTANCE_BITS = 21n;
const DISTANCE_MAX = (1n << DISTANCE_BITS) - 1n;
/** What PostgreSQL's bigint leaves for the commit: a log of 4 TiB. */
const COMMIT_MAX = (1n << (63n - DISTANCE_BITS)) - 1n;

/**
 * One number for both, so that order by number is order by commit, then prepare, which is the order of the log.
 * @throws Error when the place does not fit, because a cut number would put events out of order.
 */
export function positionOf({ commit, prepare }: LogPlace): Position {
  const distance = commit - prepare;
  if (commit < 0n || commit > COMMIT_MAX || distance < 0n || distance > DISTANCE_MAX) {
    throw new Error(`No position for the log's place ${commit}/${prepare}: out of range`);
  }
  return (commit << DISTANCE_BITS) + (DISTANCE_MAX - distance);
}

/** The place a position was made of; 0 and below is the beginning of the log. */
export function placeOf(position: Position): LogPlace | 'start' {
  const commit = position >> DISTANCE_BITS;
  const prepare = commit - (DISTANCE_MAX - (position & DISTANCE_MAX));
  return position <= 0n || prepare < 0n ? 'start' : { commit, prepare };
}
