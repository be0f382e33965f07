import { everyUnitEntry } from '@thidua/evaluation/testing';
import { recorded, specifyProjection } from '../testing';
import { unitEntries } from './unit-entries.projection';

const entries = everyUnitEntry().map((event) => ({ ...event, stream: 'unitmarks-qlcn.2026' }));

describe('the entries of units', () => {
  it('are kept one row an event, as they were recorded, also those withdrawn later', () => {
    const rows = Object.fromEntries(
      recorded(entries).map(({ id, type, data }) => [
        id,
        { unitId: 'qlcn', year: 2026, type, data },
      ]),
    );
    specifyProjection(unitEntries)
      .given(...entries)
      .thenRowsMatching(rows as never);
  });
});
