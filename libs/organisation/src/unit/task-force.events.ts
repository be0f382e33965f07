import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id, line, text } = fields;

/** Who belongs to a task force, and when; results of the force go to the member and to the unit they come from. */
export const taskForceMember = z.strictObject({
  personId: id(),
  /** The unit the member came from on the first day; null for one without a post. */
  homeUnitId: id().nullable(),
  role: z.enum(['leader', 'member']),
  fromOn: day(),
  /** Last day; null when it is that of the task force itself. */
  untilOn: day().nullable(),
});
export type TaskForceMember = z.infer<typeof taskForceMember>;

/** Temporary units (tổ công tác): never ranked, and standing only until their last day. */
export const taskForceEvents = {
  TaskForceFormed: {
    schemaVersion: 1,
    says: 'A decision forms a temporary task force with a leader and members.',
    vi: 'Thành lập tổ công tác',
    recordedBy: 'Office',
    data: z.strictObject({
      unitId: id(),
      name: line(300),
      aliases: z.array(text(300)),
      parentUnitId: id().nullable(),
      members: z.array(taskForceMember).min(1),
      fromOn: day(),
      /** Last day; null when the decision names none. */
      untilOn: day().nullable(),
      document: document(),
    }),
  },
  TaskForceMemberAdded: {
    schemaVersion: 1,
    says: 'A person belongs to the task force from this day.',
    vi: 'Bổ sung thành viên tổ công tác',
    recordedBy: 'Office',
    data: z.strictObject({
      unitId: id(),
      ...taskForceMember.shape,
      legalBasis: document().nullable(),
    }),
  },
  TaskForceMemberLeft: {
    schemaVersion: 1,
    says: 'The person’s last day in the task force.',
    vi: 'Thôi tham gia tổ công tác',
    recordedBy: 'Office',
    data: z.strictObject({
      unitId: id(),
      personId: id(),
      untilOn: day(),
      legalBasis: document().nullable(),
    }),
  },
  TaskForceExtended: {
    schemaVersion: 1,
    says: 'A decision sets another last day for the task force.',
    vi: 'Đổi thời hạn tổ công tác',
    recordedBy: 'Office',
    data: z.strictObject({ unitId: id(), untilOn: day(), document: document() }),
  },
} as const satisfies EventCatalogue;
