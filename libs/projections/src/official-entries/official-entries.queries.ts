import type { MarksEvent } from '@thidua/evaluation';
import type { Position } from '@thidua/kernel';
import { onLiveTable } from '../query/live-table';
import type { Reader } from '../query/reader';
import { officialEntries } from './official-entries.projection';

/** An entry with the event that recorded it. */
export interface RecordedEntry {
  readonly personId: string;
  readonly eventId: string;
  readonly event: MarksEvent;
}

interface EntriesOf {
  readonly year: number;
  readonly personIds: readonly string[];
  /** Entries up to this place in the log. */
  readonly position: Position;
}

interface Row {
  readonly key: string;
  readonly personId: string;
  readonly type: MarksEvent['type'];
  readonly data: unknown;
}

/** What was entered about these people in the year, in log order for each of them. */
export function loadOfficialEntries(
  reader: Pick<Reader, 'query'>,
  { year, personIds, position }: EntriesOf,
): Promise<readonly RecordedEntry[]> {
  return onLiveTable(reader, officialEntries, async (table) => {
    const { rows } = await reader.query<Row>(
      `select key, person_id as "personId", type, data from ${table}
        where year = $1 and person_id = any($2) and position <= $3 order by position`,
      [year, personIds, position.toString()],
    );
    return rows.map(({ key, personId, type, data }) => ({
      personId,
      eventId: key,
      // Written from an event of the catalogue, and only ever so.
      event: { type, data } as MarksEvent,
    }));
  });
}

/** Ids of the events that entered something for the year after the position, in log order. */
export function entryIdsAfter(
  reader: Pick<Reader, 'query'>,
  { year, position }: Pick<EntriesOf, 'year' | 'position'>,
): Promise<readonly string[]> {
  return onLiveTable(reader, officialEntries, async (table) => {
    const { rows } = await reader.query<{ key: string }>(
      `select key from ${table} where year = $1 and position > $2 order by position`,
      [year, position.toString()],
    );
    return rows.map(({ key }) => key);
  });
}
