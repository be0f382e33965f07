import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';

const { id, reason, text } = fields;

/** Moving a running task to another version of its flow, or to another flow. */
export const migrationCommands = {
  MigrateTask: {
    says: 'Move a running task to another version of its flow, state by state.',
    vi: 'Chuyển nhiệm vụ sang quy trình khác',
    records: ['TaskMigrated'],
    data: z.strictObject({
      to: z.strictObject({ id: id(), version: z.number().int().positive() }),
      /** State of the new flow by state of the old one, where their names differ. */
      stateMap: z.record(text(60), text(60)).default({}),
      reason: reason(),
    }),
  },
} as const satisfies CommandCatalogue;
