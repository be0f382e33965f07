import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { doneBy, taskId } from './event-fields';

const { day, document, evidence, id, reason, text } = fields;

/** "At least two a year": how many are owed, each one that took place, and a leader's word that fewer will do. */
export const countEvents = {
  CountTargetSet: {
    schemaVersion: 1,
    says: 'The task is to take place at least so many times; the last target set counts.',
    vi: 'Ấn định số lần phải thực hiện',
    recordedBy: 'Office or Director',
    data: z.strictObject({
      ...taskId,
      count: z.number().int().positive(),
      /** What is counted, e.g. a conference. */
      what: text(300),
      reason: reason(),
      document: document().nullable(),
      setOn: day(),
    }),
  },
  OccurrenceRecorded: {
    schemaVersion: 1,
    says: 'One of the times owed took place, with proof.',
    vi: 'Ghi nhận một lần thực hiện',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      occurrenceId: id(),
      unitId: id(),
      what: text(),
      heldOn: day(),
      evidence: z.array(evidence()).min(1),
      recordedOn: day(),
      recordedBy: doneBy,
    }),
  },
  OccurrenceWithdrawn: {
    schemaVersion: 1,
    says: 'A recorded occurrence does not count: it was recorded twice, or did not take place.',
    vi: 'Không tính một lần thực hiện',
    recordedBy: 'Office or Director',
    data: z.strictObject({ ...taskId, occurrenceId: id(), reason: reason(), withdrawnOn: day() }),
  },
  CountShortfallAccepted: {
    schemaVersion: 1,
    says: 'A leader lets the task be completed although it took place fewer times than owed, and says why.',
    vi: 'Chấp nhận chưa đủ số lần',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({
      ...taskId,
      reached: z.number().int().nonnegative(),
      target: z.number().int().positive(),
      reason: reason(),
      acceptedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;
