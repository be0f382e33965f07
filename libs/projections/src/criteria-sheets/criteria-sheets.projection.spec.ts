import { closedSheet, evidenceLinked, SHEET_ID } from '@thidua/evaluation/testing';
import { specifyProjection } from '../testing';
import { criteriaSheets } from './criteria-sheets.projection';

const eventId = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

describe('the criteria sheets', () => {
  it('keep every number and proof of a criterion with the event that tells of it', () => {
    specifyProjection(criteriaSheets)
      .given(...closedSheet())
      .thenRowsMatching({
        [SHEET_ID]: {
          year: 2026,
          criteria: [
            expect.objectContaining({
              criterionId: '1.1',
              proofs: [expect.objectContaining({ eventId: eventId(2) })],
              numbers: [
                expect.objectContaining({ stage: 'self', points: '20', eventId: eventId(3) }),
                expect.objectContaining({ stage: 'appraised', points: '18' }),
                expect.objectContaining({ stage: 'final', points: '37/2' }),
              ],
            }) as never,
            expect.objectContaining({ criterionId: '2', proofs: [] }) as never,
            expect.objectContaining({
              notArisen: expect.objectContaining({ eventId: eventId(7) }) as never,
            }) as never,
          ],
          closed: expect.objectContaining({ eventId: eventId(8), on: '2026-11-30' }) as never,
        },
      });
  });

  it('refuse an event about a sheet nobody opened', () => {
    specifyProjection(criteriaSheets)
      .given(evidenceLinked())
      .thenPoison(/never opened/);
  });
});
