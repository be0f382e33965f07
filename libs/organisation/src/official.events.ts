import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id, reason, text } = fields;

const personId = { personId: id() };
const basis = { legalBasis: document().nullable() };

/** `head` and `deputy` lead the unit; on the department they are the Director and the deputy directors. */
export const POSTS = ['head', 'deputy', 'staff'] as const;
export type Post = (typeof POSTS)[number];

/** Officials through time, by id only. Names live in the directory table, where they can be corrected and erased. */
export const officialEvents = {
  OfficialJoined: {
    schemaVersion: 1,
    says: 'A person takes up work in the organisation.',
    vi: 'Tiếp nhận công chức',
    recordedBy: 'Office',
    data: z.strictObject({ ...personId, fromOn: day() }),
  },
  PostTaken: {
    schemaVersion: 1,
    says: 'The person holds a post in a unit from this day.',
    vi: 'Giữ vị trí',
    recordedBy: 'Office',
    data: z.strictObject({
      ...personId,
      unitId: id(),
      post: z.enum(POSTS),
      fromOn: day(),
      ...basis,
    }),
  },
  PostLeft: {
    schemaVersion: 1,
    says: 'The person’s last day in the post.',
    vi: 'Thôi giữ vị trí',
    recordedBy: 'Office',
    data: z.strictObject({
      ...personId,
      unitId: id(),
      post: z.enum(POSTS),
      untilOn: day(),
      ...basis,
    }),
  },
  DeputyAppointed: {
    schemaVersion: 2,
    says: 'Between two days another person may act for this one, in all posts or in those of one unit, on a stated legal basis.',
    vi: 'Ủy quyền',
    recordedBy: 'Office',
    upcasters: { 1: (data) => ({ ...(data as object), unitId: null, scope: null }) },
    data: z.strictObject({
      ...personId,
      deputyId: id(),
      /** The deputy acts only with the posts in this unit; null for all posts. */
      unitId: id().nullable(),
      /** What the document entrusts, in its own words. */
      scope: text(1000).nullable(),
      fromOn: day(),
      untilOn: day(),
      basis: document(),
    }),
  },
  DeputyEnded: {
    schemaVersion: 1,
    says: 'The last day on which the deputy may act for this person, earlier than appointed.',
    vi: 'Chấm dứt ủy quyền',
    recordedBy: 'Office',
    data: z.strictObject({ ...personId, deputyId: id(), endedOn: day(), reason: reason() }),
  },
  DeputyExpired: {
    schemaVersion: 1,
    says: 'The days for which a deputy was appointed are over; told to both on the first working day after them.',
    vi: 'Hết thời hạn ủy quyền',
    recordedBy: 'The system',
    data: z.strictObject({
      ...personId,
      deputyId: id(),
      unitId: id().nullable(),
      /** The last day on which the deputy could act. */
      untilOn: day(),
      expiredOn: day(),
    }),
  },
  OpenWorkListed: {
    schemaVersion: 1,
    says: 'What the person still had in hand when they left a post or the organisation, to be handed over.',
    vi: 'Danh sách việc phải bàn giao',
    recordedBy: 'The system',
    data: z.strictObject({
      ...personId,
      /** The unit whose post was left; null when the person left the organisation. */
      unitId: id().nullable(),
      leftOn: day(),
      parts: z.array(z.strictObject({ taskId: id(), unitId: id(), subtaskId: id().nullable() })),
    }),
  },
  PersonErased: {
    schemaVersion: 1,
    says: 'The name of the person is erased from the directory; what they did stays under the id alone.',
    vi: 'Xóa tên khỏi danh bạ',
    recordedBy: 'Office',
    data: z.strictObject({
      ...personId,
      erasedOn: day(),
      reason: reason(),
      document: document(),
    }),
  },
  OfficialLeft: {
    schemaVersion: 1,
    says: 'The person’s last day of work here (retired, moved away, resigned).',
    vi: 'Thôi việc, nghỉ hưu, chuyển công tác',
    recordedBy: 'Office',
    data: z.strictObject({ ...personId, untilOn: day(), reason: reason() }),
  },
} as const satisfies EventCatalogue;

export type OfficialEvent = EventsOf<typeof officialEvents>;
