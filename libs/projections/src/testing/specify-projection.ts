import type { RecordedEvent } from '@thidua/kernel';
import type { Projection } from '../runtime/projection';
import { asLoose, foldRows } from './fold-rows';
import { recorded, type EventGiven } from './log-in-memory';

/**
 * given(events).thenRows(rows) for any projection. Each expectation is checked four times: all events in one batch,
 * one event a batch, uneven batches, and with the last events delivered again; the rows must be the same each time.
 */
export const specifyProjection = <Row extends object>(projection: Projection<Row>) => ({
  given: (...given: readonly EventGiven[]) => {
    const events = recorded(given).filter(
      ({ type }) => projection.types === 'all' || projection.types.includes(type),
    );
    const ways = () => waysOf(events).map((batches) => foldRows(projection, batches));
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
        const fold = () => foldRows({ ...asLoose(projection), poison: 'stop' }, [events]);
        expect(fold).toThrow(message);
      },
    };
  },
});

function waysOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[][] {
  const single = events.map((event) => [event]);
  const uneven = [0, 1, 3, 4, 7].map((from, index, borders) =>
    events.slice(from, borders[index + 1] ?? events.length),
  );
  return [[events], single, uneven, [events, events.slice(-3)]];
}
