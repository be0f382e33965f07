import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, id } = fields;

/** Who has seen what: kept in the log, because whether a reminder was read is asked afterwards. */
export const inboxEvents = {
  NoticesRead: {
    schemaVersion: 1,
    says: 'A person marks notices of their inbox as read.',
    vi: 'Đã xem thông báo',
    recordedBy: 'The person themself',
    data: z.strictObject({
      personId: id(),
      /** Ids of the events that the notices tell of. */
      noticeIds: z.array(id()).min(1).max(200),
      readOn: day(),
    }),
  },
} as const satisfies EventCatalogue;

export type InboxEvent = EventsOf<typeof inboxEvents>;
