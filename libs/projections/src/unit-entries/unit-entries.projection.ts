import { unitMarksEvents, type UnitMarksEvent } from '@thidua/evaluation';
import type { RecordedEvent } from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';

/** One entry of a unit's year as it was recorded. The key is the event id; `position` is its place in the log. */
export interface UnitEntryRow {
  readonly unitId: string;
  readonly year: number;
  readonly type: UnitMarksEvent['type'];
  /** The event's own data. */
  readonly data: UnitMarksEvent['data'];
}

function rowOf(event: RecordedEvent): UnitEntryRow {
  // The projector hands over only the types named, so the data is theirs.
  const { type, data } = event as RecordedEvent<UnitMarksEvent>;
  return { unitId: data.unitId, year: data.year, type, data };
}

/** What was entered about units, one row an event; like the entries of officials it draws no conclusions. */
export const unitEntries: Projection<UnitEntryRow> = {
  name: 'unit_entries',
  version: 1,
  types: Object.keys(unitMarksEvents),
  // Classes of units rest on this table.
  poison: 'stop',
  appendOnly: true,
  table: {
    columns: {
      unitId: 'text',
      year: 'integer',
      type: 'text',
      data: 'jsonb',
    } satisfies Record<keyof UnitEntryRow, ColumnType>,
    indexes: [['year', 'position']],
  },
  keysOf: ({ id }) => [id],
  evolve: (row, event) => row ?? rowOf(event),
};
