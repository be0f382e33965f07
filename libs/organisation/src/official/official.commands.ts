import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { POSTS } from '../official.events';

const { day, document, id, reason } = fields;

/** Absent means that no decision is cited. */
const basis = { legalBasis: document().nullable().default(null) };

/** Commands on one official. Only the joining names the person; the others are addressed to the person's stream. */
export const officialCommands = {
  JoinOfficial: {
    says: 'Take a person into the organisation from a day on.',
    vi: 'Tiếp nhận công chức',
    records: ['OfficialJoined'],
    data: z.strictObject({ personId: id(), fromOn: day() }),
  },
  TakePost: {
    says: 'Give the person a post in a unit from a day on.',
    vi: 'Giữ vị trí',
    records: ['PostTaken'],
    data: z.strictObject({ unitId: id(), post: z.enum(POSTS), fromOn: day(), ...basis }),
  },
  LeavePost: {
    says: 'End the person’s post; the day is the last one in it.',
    vi: 'Thôi giữ vị trí',
    records: ['PostLeft'],
    data: z.strictObject({ unitId: id(), post: z.enum(POSTS), untilOn: day(), ...basis }),
  },
  AppointDeputy: {
    says: 'Let another person act for this one between two days, both included, on a stated legal basis.',
    vi: 'Ủy quyền',
    records: ['DeputyAppointed'],
    data: z.strictObject({ deputyId: id(), fromOn: day(), untilOn: day(), basis: document() }),
  },
  LeaveOffice: {
    says: 'End the person’s work here; the day is the last one, also of every post still held.',
    vi: 'Thôi việc, nghỉ hưu, chuyển công tác',
    records: ['OfficialLeft', 'PostLeft'],
    data: z.strictObject({ untilOn: day(), reason: reason() }),
  },
} as const satisfies CommandCatalogue;

export type OfficialCommand = CommandsOf<typeof officialCommands>;
