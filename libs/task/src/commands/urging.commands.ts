import { fields, type CommandCatalogue } from '@thidua/kernel';
import { ROLES } from '@thidua/workflow';
import { z } from 'zod';

const { day, id } = fields;

const strike = { timer: id(), countedFrom: day(), forOn: day() };
const told = { unitIds: z.array(id()), personIds: z.array(id()).min(1) };

/** What only the system asks, when a timer of the flow is due; no door from outside leads here. */
export const urgingCommands = {
  SendReminder: {
    says: 'Remind whoever does the work, as a timer of the flow says.',
    vi: 'Nhắc việc tự động',
    records: ['ReminderSent'],
    data: z.strictObject({ ...strike, ...told }),
  },
  EscalateTask: {
    says: 'Tell somebody higher up, as a timer of the flow says.',
    vi: 'Báo cáo vượt cấp việc chậm',
    records: ['TaskEscalated'],
    data: z.strictObject({
      ...strike,
      ...told,
      toRole: z.enum(ROLES),
      overdueWorkingDays: z.number().int().nonnegative(),
    }),
  },
} as const satisfies CommandCatalogue;
