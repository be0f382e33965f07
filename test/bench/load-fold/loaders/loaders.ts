import { openAct } from '../../contenders/act.contender';
import { openEmmett } from '../../contenders/emmett.contender';
import { openInsertFloor } from '../../contenders/insert-floor.contender';
import { openThidua } from '../../contenders/thidua.contender';
import { evolve, foldTask, initialState } from '../task-life';
import type { OpenLoader } from './loader';

const SELECT = `select position, stream, revision, id, type, data, metadata, recorded_at
  from insert_floor.events where stream = $1 order by revision`;

const thidua: OpenLoader = async (target) => {
  const contender = await openThidua(target);
  return {
    ...contender,
    load: async (stream) => {
      const history = await contender.store.readStream(stream);
      foldTask(history);
      return history.length;
    },
  };
};

/** A bare ordered select of the same columns, its rows parsed and nothing done with them. */
const floor: OpenLoader = async (target) => {
  const contender = await openInsertFloor(target);
  return {
    ...contender,
    load: async (stream) => {
      const query = { name: 'floor-stream', text: SELECT, values: [stream] };
      return (await contender.pool.query(query)).rows.length;
    },
  };
};

const emmett: OpenLoader = async (target) => {
  const contender = await openEmmett(target);
  return {
    ...contender,
    load: async (stream) => {
      const { currentStreamVersion } = await contender.store.aggregateStream(stream, {
        initialState,
        evolve,
      });
      return Number(currentStreamVersion);
    },
  };
};

/** Act's store read and folded by the same fold; what Act's own `load` adds to that is left out in its favour. */
const act: OpenLoader = async (target) => {
  const contender = await openAct(target);
  return {
    ...contender,
    load: async (stream) => {
      const events: { readonly type: string; readonly data: unknown }[] = [];
      const keep = ({ name, data }: { readonly name: string; readonly data: unknown }): void => {
        events.push({ type: name, data });
      };
      const count = await contender.store.query(keep, { stream });
      foldTask(events);
      return count;
    },
  };
};

export const LOADERS: Readonly<Record<string, OpenLoader>> = { thidua, floor, emmett, act };
