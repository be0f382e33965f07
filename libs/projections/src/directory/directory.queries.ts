import type { OfficialState, UnitState } from '@thidua/organisation';
import { Conditions } from '../query/conditions';
import { readRows } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { officialDirectory, unitDirectory } from './directory.projection';

/** All folded states, in the form `directoryOf` of the organisation takes. */
export interface DirectoryRows {
  readonly units: readonly UnitState[];
  readonly officials: readonly OfficialState[];
}

/** Everything the directory is built from; a province has some hundreds of units, so all of it is read. */
export async function loadDirectoryRows(reader: Reader): Promise<DirectoryRows> {
  const units = await readRows(reader, unitDirectory, new Conditions());
  const officials = await readRows(reader, officialDirectory, new Conditions());
  return {
    units: units.map(({ state }) => state),
    officials: officials.map(({ state }) => state),
  };
}
