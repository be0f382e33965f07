import { everyEntry } from '@thidua/evaluation/testing';
import fc from 'fast-check';
import { foldRows } from '../testing/fold-rows';
import { recorded, specifyProjection } from '../testing';
import { officialEntries } from './official-entries.projection';

const entries = everyEntry().map((event) => ({ ...event, stream: 'marks-cb-009.2026' }));

describe('the entries of officials', () => {
  it('are kept one row an event, as they were recorded, also those withdrawn later', () => {
    const rows = Object.fromEntries(
      recorded(entries).map(({ id, type, data }) => [
        id,
        { personId: 'cb-009', year: 2026, type, data },
      ]),
    );
    specifyProjection(officialEntries)
      .given(...entries)
      .thenRowsMatching(rows as never);
  });

  it('are the same rows however the streams of several people interleave in the log', () => {
    const people = ['cb-1', 'cb-2', 'cb-3'];
    const streams = people.map((personId) =>
      everyEntry().map(({ type, data }, nth) => ({
        id: `${personId}.${nth}`,
        ...{ type, data: { ...data, personId }, stream: `marks-${personId}.2026` },
      })),
    );
    const told = (order: readonly number[]) => {
      const left = streams.map((stream) => [...stream]);
      const events = order.flatMap((stream) => left[stream]?.shift() ?? []);
      const log = recorded([...events, ...left.flat()]);
      const named = log.map((event, place) => ({
        ...event,
        id: [...events, ...left.flat()][place]?.id ?? '',
      }));
      return foldRows(officialEntries, [named]);
    };
    const inTurn = told([]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 33 }), (order) => {
        expect(told(order)).toEqual(inTurn);
      }),
      { numRuns: 30 },
    );
  });
});
