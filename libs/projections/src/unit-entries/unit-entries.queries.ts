import type { UnitMarksEvent } from '@thidua/evaluation';
import type { Position } from '@thidua/kernel';
import { onLiveTable } from '../query/live-table';
import type { Reader } from '../query/reader';
import { unitEntries } from './unit-entries.projection';

/** An entry with the event that recorded it. */
export interface RecordedUnitEntry {
  readonly eventId: string;
  readonly event: UnitMarksEvent;
}

interface Row {
  readonly key: string;
  readonly type: UnitMarksEvent['type'];
  readonly data: unknown;
}

const read = (
  reader: Pick<Reader, 'query'>,
  where: string,
  values: readonly [year: number, position: string],
): Promise<readonly RecordedUnitEntry[]> =>
  onLiveTable(reader, unitEntries, async (table) => {
    const { rows } = await reader.query<Row>(
      `select key, type, data from ${table} where year = $1 and ${where} order by position`,
      [...values],
    );
    // Written from an event of the catalogue, and only ever so.
    return rows.map(({ key, type, data }) => ({
      eventId: key,
      event: { type, data } as UnitMarksEvent,
    }));
  });

/** What was entered about units in the year up to the position, in log order. */
export const loadUnitEntries = (
  reader: Pick<Reader, 'query'>,
  { year, position }: { readonly year: number; readonly position: Position },
): Promise<readonly RecordedUnitEntry[]> =>
  read(reader, 'position <= $2', [year, position.toString()]);

/** Ids of the events that entered something about units for the year after the position, in log order. */
export const unitEntryIdsAfter = async (
  reader: Pick<Reader, 'query'>,
  { year, position }: { readonly year: number; readonly position: Position },
): Promise<readonly string[]> =>
  (await read(reader, 'position > $2', [year, position.toString()])).map(({ eventId }) => eventId);
