import type { RecordedEvent } from '@thidua/kernel';
import {
  officialDecider,
  officialEvents,
  unitDecider,
  unitEvents,
  type OfficialEvent,
  type OfficialState,
  type UnitEvent,
  type UnitState,
} from '@thidua/organisation';
import type { ColumnType, Projection } from '../runtime/projection';

/** The folded state of one unit or official through time; the key is its id. */
export interface DirectoryRow<State> {
  readonly state: State;
}

const table = {
  columns: { state: 'jsonb' } satisfies Record<keyof DirectoryRow<never>, ColumnType>,
  indexes: [],
};

/** Every unit through time, folded as its decider folds it. */
export const unitDirectory: Projection<DirectoryRow<UnitState>> = {
  name: 'unit_directory',
  version: 2,
  types: Object.keys(unitEvents),
  poison: 'park-key',
  table,
  keysOf: ({ data }) => [(data as UnitEvent['data']).unitId],
  evolve: (row, { type, data }: RecordedEvent) => ({
    state: unitDecider.evolve(row?.state ?? unitDecider.initialState, { type, data } as UnitEvent),
  }),
};

/** Every official through time, by id only. */
export const officialDirectory: Projection<DirectoryRow<OfficialState>> = {
  name: 'official_directory',
  version: 3,
  types: Object.keys(officialEvents),
  poison: 'park-key',
  table,
  keysOf: ({ data }) => [(data as OfficialEvent['data']).personId],
  evolve: (row, { type, data }: RecordedEvent) => ({
    state: officialDecider.evolve(row?.state ?? officialDecider.initialState, {
      type,
      data,
    } as OfficialEvent),
  }),
};
