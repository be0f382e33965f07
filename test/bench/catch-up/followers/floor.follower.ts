import type { Pool } from 'pg';
import { openInsertFloor } from '../../contenders/insert-floor.contender';
import { BATCH, type OpenFollower } from './follower';

const SELECT = `select position, stream, revision, id, type, data, metadata, recorded_at
  from insert_floor.events where position > $1 order by position limit ${BATCH}`;

/** A bare ordered read of the log, page by page. It keeps no read model: following is the same as reading. */
export const openFloorFollower: OpenFollower = async (target) => {
  const contender = await openInsertFloor(target);
  const read = () => readAll(contender.pool);
  return { ...contender, read, follow: read };
};

async function readAll(pool: Pool): Promise<number> {
  let [after, count] = ['0', 0];
  for (;;) {
    const query = { name: 'floor-log', text: SELECT, values: [after] };
    const { rows } = await pool.query<{ readonly position: string }>(query);
    count += rows.length;
    after = rows.at(-1)?.position ?? after;
    if (rows.length < BATCH) return count;
  }
}
