import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id, reason } = fields;

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
    schemaVersion: 1,
    says: 'Between two days another person may act for this one, on a stated legal basis.',
    vi: 'Ủy quyền',
    recordedBy: 'Office',
    data: z.strictObject({
      ...personId,
      deputyId: id(),
      fromOn: day(),
      untilOn: day(),
      basis: document(),
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
