import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { taskId } from './event-fields';

const { day, id, reason, text } = fields;

const standing = z.strictObject({
  id: id(),
  version: z.number().int().positive(),
  state: text(60),
});

/** A task goes on under other rules. */
export const migrationEvents = {
  TaskMigrated: {
    schemaVersion: 1,
    says: 'A running task goes on under another version of its flow, in a state of the same meaning.',
    vi: 'Chuyển sang quy trình khác',
    recordedBy: 'Office or Director',
    data: z.strictObject({
      ...taskId,
      from: standing,
      to: standing,
      /** The due date in force, which a change of flow leaves as it is. */
      dueOn: day().nullable(),
      reason: reason(),
      migratedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;
