import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id, line, reason } = fields;

/** What a notice can make of a day; a plain weekend is what remains where it makes nothing. */
export const NOTICE_KINDS = ['working', 'holiday', 'lieu', 'swapped-off', 'make-up'] as const;

export const noticeDay = z.strictObject({
  on: day(),
  becomes: z.enum(NOTICE_KINDS),
  name: line(200).nullable(),
});

/** What the working calendar of a jurisdiction was told beyond the shipped data. */
export const calendarEvents = {
  CalendarNoticeAdded: {
    schemaVersion: 1,
    says: 'A notice makes days off, days in lieu, swapped working days or make-up days of the days it names. Deadlines set before it stay as they are.',
    vi: 'Ghi nhận thông báo lịch nghỉ, làm bù',
    recordedBy: 'Office or leaders of the department',
    data: z.strictObject({
      calendarId: id(),
      noticeId: id(),
      title: line(300),
      days: z.array(noticeDay).min(1),
      document: document().nullable(),
      /** Set where a day of the notice had already begun. */
      reason: reason().nullable(),
      /** Day from which deadlines are counted with it. */
      validFrom: day(),
    }),
  },
  CalendarNoticeWithdrawn: {
    schemaVersion: 1,
    says: 'A notice no longer counts: it was replaced or recorded by mistake.',
    vi: 'Rút thông báo lịch nghỉ, làm bù',
    recordedBy: 'Office or leaders of the department',
    data: z.strictObject({
      calendarId: id(),
      noticeId: id(),
      reason: reason(),
      withdrawnOn: day(),
    }),
  },
} as const satisfies EventCatalogue;

export type CalendarEvent = EventsOf<typeof calendarEvents>;
export type CalendarFacts<Type extends CalendarEvent['type']> = Extract<
  CalendarEvent,
  { type: Type }
>['data'];
