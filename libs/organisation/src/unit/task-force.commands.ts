import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id, line, text } = fields;

const basis = { legalBasis: document().nullable().default(null) };

/** Absent days are those of the task force; the home unit is the one of the person's weightiest post when left out. */
const member = {
  personId: id(),
  homeUnitId: id().nullable().default(null),
  untilOn: day().nullable().default(null),
};

/** Commands on a temporary task force (tổ công tác). */
export const taskForceCommands = {
  FormTaskForce: {
    says: 'Form a temporary task force with a leader and members, on a stated decision.',
    vi: 'Thành lập tổ công tác',
    records: ['TaskForceFormed'],
    data: z.strictObject({
      unitId: id(),
      name: line(300),
      aliases: z.array(text(300)).default([]),
      parentUnitId: id().nullable().default(null),
      leaderId: id(),
      members: z
        .array(z.strictObject({ ...member, fromOn: day().nullable().default(null) }))
        .default([]),
      fromOn: day(),
      untilOn: day().nullable().default(null),
      document: document(),
    }),
  },
  AddTaskForceMember: {
    says: 'Take a person into the task force from a day on.',
    vi: 'Bổ sung thành viên tổ công tác',
    records: ['TaskForceMemberAdded'],
    data: z.strictObject({
      ...member,
      role: z.enum(['leader', 'member']).default('member'),
      fromOn: day(),
      ...basis,
    }),
  },
  RemoveTaskForceMember: {
    says: 'End a person’s time in the task force; the day is the last one.',
    vi: 'Thôi tham gia tổ công tác',
    records: ['TaskForceMemberLeft'],
    data: z.strictObject({ personId: id(), untilOn: day(), ...basis }),
  },
  ExtendTaskForce: {
    says: 'Set another last day for the task force, on a stated decision.',
    vi: 'Đổi thời hạn tổ công tác',
    records: ['TaskForceExtended'],
    data: z.strictObject({ untilOn: day(), document: document() }),
  },
} as const satisfies CommandCatalogue;
