import { marksEvents, type MarksEvent } from '@thidua/evaluation';
import type { RecordedEvent } from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';

/** One entry of an official's year as it was recorded. The key is the event id; `position` is its place in the log. */
export interface OfficialEntryRow {
  readonly personId: string;
  readonly year: number;
  readonly type: MarksEvent['type'];
  /** The event's own data. */
  readonly data: MarksEvent['data'];
}

function rowOf(event: RecordedEvent): OfficialEntryRow {
  // The projector hands over only the types named, so the data is theirs.
  const { type, data } = event as RecordedEvent<MarksEvent>;
  return { personId: data.personId, year: data.year, type, data };
}

/**
 * What was entered about officials, one row an event, kept so that a whole province can be read person by person. It
 * draws no conclusions: a year as of a position is a fold over the rows up to it, so that a freeze sees for ever what it
 * saw, and no row is ever written twice however the streams of the log interleave.
 */
export const officialEntries: Projection<OfficialEntryRow> = {
  name: 'official_entries',
  version: 1,
  types: Object.keys(marksEvents),
  // Scores of officials rest on this table.
  poison: 'stop',
  appendOnly: true,
  table: {
    columns: {
      personId: 'text',
      year: 'integer',
      type: 'text',
      data: 'jsonb',
    } satisfies Record<keyof OfficialEntryRow, ColumnType>,
    indexes: [
      ['year', 'personId', 'position'],
      ['year', 'position'],
    ],
  },
  keysOf: ({ id }) => [id],
  evolve: (row, event) => row ?? rowOf(event),
};
