import type { Session } from './session';

const MOVE_CHECKPOINT = /^\s*update read\.projections set position = \$6/;
const READ_CHECKPOINT = `select position::text as position, state, error from read.projections
  where name = $1 and version = $2 and generation = $3 and partition = $4`;
const PARKED_AMONG = /^\s*select distinct key from read\.parked/;

/** The checkpoint is committed on its own before the rows are written. */
export const checkpointBeforeFold = (session: Session): Session => ({
  query: async (text, params) => {
    const result = await session.query(text, params);
    if (!MOVE_CHECKPOINT.test(text)) return result;
    await session.query('commit');
    await session.query('begin');
    return result;
  },
});

/** The checkpoint is moved from wherever it stands, whether or not another one has moved it since it was read. */
export const checkpointNotCompared = (session: Session): Session => ({
  query: async (text, params = []) => {
    if (!MOVE_CHECKPOINT.test(text)) return session.query(text, params);
    const { rows } = await session.query(READ_CHECKPOINT, params.slice(0, 4));
    const { position } = rows[0] as { readonly position: string };
    return session.query(text, [...params.slice(0, 4), position, ...params.slice(5)]);
  },
});

/** What a key has set aside is not asked for, so its later events are folded before the parked ones. */
export const parkedOvertaken = (session: Session): Session => ({
  query: (text, params) =>
    PARKED_AMONG.test(text)
      ? Promise.resolve({ rows: [], rowCount: 0 })
      : session.query(text, params),
});
