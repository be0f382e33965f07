import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../fraction-fields';

const { day, document, id, reason, year } = fields;

/** Which unit’s year it is, the id under which the entry is named again, and why it is entered by hand. */
const entry = { unitId: id(), year: year(), entryId: id(), reason: reason(), recordedOn: day() };

/**
 * `WRONGDOING`: concluded wrongdoing in personnel work, or disunity. `FORCE_MAJEURE`: what the unit brings forward where
 * too few tasks are done. `SUB_UNIT_NOT_COMPLETED`: a direct sub-unit was classed KHT. The other two say whether earlier
 * shortcomings are all put right.
 */
export const UNIT_FINDINGS = [
  'WRONGDOING',
  'FORCE_MAJEURE',
  'SUB_UNIT_NOT_COMPLETED',
  'SHORTCOMINGS_FIXED',
  'SHORTCOMINGS_NOT_FIXED',
] as const;

/** What a unit’s class rests on beside the events of its tasks (decree 335/2025, articles 6 to 8). */
export const unitMarksEvents = {
  UnitMarksConfirmed: {
    schemaVersion: 1,
    says: 'The marks of a unit by the criteria the province set: general criteria and results (articles 6 and 7).',
    vi: 'Ghi điểm tiêu chí của đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({
      ...entry,
      general: amount(),
      result: amount(),
      document: document(),
    }),
  },
  TaskExceedRecognised: {
    schemaVersion: 1,
    says: 'A task of the unit did more than was asked; at least three in ten have to for HTXS (article 8.1).',
    vi: 'Công nhận nhiệm vụ vượt mức',
    recordedBy: 'Office',
    data: z.strictObject({ ...entry, taskId: id(), document: document().nullable() }),
  },
  UnitFindingRecorded: {
    schemaVersion: 1,
    says: 'Something concluded about the unit that decides its class whatever its points (article 8).',
    vi: 'Ghi kết luận về đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({
      ...entry,
      finding: z.enum(UNIT_FINDINGS),
      /** The sub-unit, where the finding is about one. */
      subUnitId: id().nullable(),
      document: document().nullable(),
    }),
  },
  UnitEntryWithdrawn: {
    schemaVersion: 1,
    says: 'An entry about the unit was wrong and no longer counts; it stays readable.',
    vi: 'Rút nội dung đã ghi về đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({ ...entry, withdraws: id() }),
  },
} as const satisfies EventCatalogue;

export type UnitMarksEvent = EventsOf<typeof unitMarksEvents>;
