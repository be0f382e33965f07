import type { RecordedEvent } from '@thidua/kernel';
import { foldBatch, keysOf, type StoredRow } from '../runtime/fold-batch';
import type { Projection } from '../runtime/projection';
import { recorded, type EventGiven } from './log-in-memory';

type Rows = Readonly<Record<string, object>>;

/**
 * given(events).thenRows(rows) for any projection. Each expectation is checked four times: all events in one batch,
 * one event a batch, uneven batches, and with the last events delivered again; the rows must be the same each time.
 */
export const specifyProjection = <Row extends object>(projection: Projection<Row>) => ({
  given: (...given: readonly EventGiven[]) => {
    const events = recorded(given).filter(
      ({ type }) => projection.types === 'all' || projection.types.includes(type),
    );
    const ways = () => waysOf(events).map((batches) => foldAll(projection, batches));
    return {
      /** Exactly these rows, by key. */
      thenRows(expected: Readonly<Record<string, Row>>): void {
        for (const rows of ways()) expect(rows).toEqual(expected);
      },
      /** These keys and no others; of each row only the given properties are compared. */
      thenRowsMatching(expected: Readonly<Record<string, Partial<Row>>>): void {
        for (const rows of ways()) {
          expect(Object.keys(rows).sort()).toEqual(Object.keys(expected).sort());
          expect(rows).toMatchObject(expected);
        }
      },
      thenNoRows(): void {
        for (const rows of ways()) expect(rows).toEqual({});
      },
      /** The fold refuses one of the events. */
      thenPoison(message: RegExp): void {
        const fold = () => foldAll({ ...asLoose(projection), poison: 'stop' }, [events]);
        expect(fold).toThrow(message);
      },
    };
  },
});

/** The projector does not know row types; what it hands to a fold is what the fold gave before. */
const asLoose = <Row extends object>(projection: Projection<Row>): Projection => projection;

function waysOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[][] {
  const single = events.map((event) => [event]);
  const uneven = [0, 1, 3, 4, 7].map((from, index, borders) =>
    events.slice(from, borders[index + 1] ?? events.length),
  );
  return [[events], single, uneven, [events, events.slice(-3)]];
}

function foldAll<Row extends object>(
  projection: Projection<Row>,
  batches: readonly (readonly RecordedEvent[])[],
): Rows {
  const rows = new Map<string, StoredRow>();
  for (const events of batches) {
    const loose = asLoose(projection);
    const keys = events.flatMap((event) => keysOf(loose, event));
    const stored = new Map([...rows].filter(([key]) => keys.includes(key)));
    const input = { events, rows: stored, parkedKeys: new Set<string>(), refused: new Map() };
    const { changed, removed, parked } = foldBatch(loose, input);
    if (parked[0] !== undefined) throw new Error(parked[0].error ?? 'parked');
    for (const key of removed) rows.delete(key);
    for (const [key, { row, position }] of changed) {
      rows.set(key, { row: throughTable(row), position });
    }
  }
  return Object.fromEntries([...rows].map(([key, { row }]) => [key, row]));
}

/** What a table does to a row: plain JSON, object keys in another order. */
function throughTable(row: object): object {
  return JSON.parse(JSON.stringify(row, inOtherOrder)) as object;
}

const inOtherOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;
