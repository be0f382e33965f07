import { fields, type EventCatalogue } from '@thidua/kernel';
import { ROLES } from '@thidua/workflow';
import { z } from 'zod';
import { taskId } from './event-fields';

const { day, id } = fields;

/**
 * Which timer of the pinned flow, the day it counts from (the due date in force, the due day of the monthly report, the
 * day the task came into a state), and the day it was due for. The last differs from the day it was told when the
 * machine was off or the day was a day off.
 */
const strike = { timer: id(), countedFrom: day(), forOn: day() };

/** Who was told; ids as the directory had them on the day. */
const told = { unitIds: z.array(id()), personIds: z.array(id()).min(1) };

/** What the timers of a flow make known by themselves. */
export const urgingEvents = {
  ReminderSent: {
    schemaVersion: 1,
    says: 'A timer of the flow reminded whoever does the work of a deadline before, on or after its day.',
    vi: 'Nhắc việc tự động',
    recordedBy: 'System (timers of the flow)',
    data: z.strictObject({ ...taskId, ...strike, ...told, remindedOn: day() }),
  },
  TaskEscalated: {
    schemaVersion: 1,
    says: 'A timer of the flow told somebody higher up that the task is overdue or stands still.',
    vi: 'Báo cáo vượt cấp việc chậm',
    recordedBy: 'System (timers of the flow)',
    data: z.strictObject({
      ...taskId,
      ...strike,
      ...told,
      /** The role the people told hold for the task on that day. */
      toRole: z.enum(ROLES),
      /** Working days from the day it counts from to the day it was told. */
      overdueWorkingDays: z.number().int().nonnegative(),
      escalatedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;
