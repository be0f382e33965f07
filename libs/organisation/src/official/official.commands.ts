import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { POSTS } from '../official.events';

const { day, document, id, reason, text } = fields;

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
    data: z.strictObject({
      deputyId: id(),
      unitId: id().nullable().default(null),
      scope: text(1000).nullable().default(null),
      fromOn: day(),
      untilOn: day(),
      basis: document(),
    }),
  },
  EndDeputy: {
    says: 'End what another person may do for this one before its last day; the day is the last one.',
    vi: 'Chấm dứt ủy quyền',
    records: ['DeputyEnded'],
    data: z.strictObject({ deputyId: id(), endedOn: day(), reason: reason() }),
  },
  ExpireDeputy: {
    says: 'Make known that the days of a deputy are over; the timers alone say so.',
    vi: 'Hết thời hạn ủy quyền',
    records: ['DeputyExpired'],
    data: z.strictObject({ deputyId: id(), unitId: id().nullable(), untilOn: day() }),
  },
  ListOpenWork: {
    says: 'Keep on record what the person still has in hand when leaving; the process manager alone says so.',
    vi: 'Lập danh sách việc phải bàn giao',
    records: ['OpenWorkListed'],
    data: z.strictObject({
      unitId: id().nullable(),
      leftOn: day(),
      parts: z.array(z.strictObject({ taskId: id(), unitId: id(), subtaskId: id().nullable() })),
    }),
  },
  ErasePerson: {
    says: 'Erase the name of the person from the directory; the id and all that was done under it stay.',
    vi: 'Xóa tên khỏi danh bạ',
    records: ['PersonErased'],
    data: z.strictObject({ reason: reason(), document: document() }),
  },
  LeaveOffice: {
    says: 'End the person’s work here; the day is the last one, also of every post still held.',
    vi: 'Thôi việc, nghỉ hưu, chuyển công tác',
    records: ['OfficialLeft', 'PostLeft'],
    data: z.strictObject({ untilOn: day(), reason: reason() }),
  },
} as const satisfies CommandCatalogue;

const {
  ExpireDeputy: _byTimer,
  ListOpenWork: _follows,
  ErasePerson: _ownWay,
  ...open
} = officialCommands;

/** The commands that people may send by name: an erasure goes its own way, what the system sees it says by itself. */
export const openOfficialCommands = open;

export type OfficialCommand = CommandsOf<typeof officialCommands>;
