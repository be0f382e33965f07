import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { NOTICE_KINDS } from './calendar.events';

const { day, document, id, line, reason } = fields;

/** More than a year never changes in one notice. */
const NOTICE_DAY_COUNT_MAX = 60;

/** What an administrator can tell the calendar. */
export const calendarCommands = {
  AddCalendarNotice: {
    says: 'Record a notice that changes which days are worked.',
    vi: 'Ghi nhận thông báo lịch nghỉ, làm bù',
    records: ['CalendarNoticeAdded'],
    data: z.strictObject({
      noticeId: id(),
      title: line(300),
      days: z
        .array(
          z.strictObject({
            on: day(),
            becomes: z.enum(NOTICE_KINDS, {
              error: `phải là một trong: ${NOTICE_KINDS.join(', ')} (must be one of these)`,
            }),
            name: line(200).nullable().default(null),
          }),
        )
        .min(1, { error: 'phải có ít nhất một ngày (needs at least one day)' })
        .max(NOTICE_DAY_COUNT_MAX, {
          error: `nhiều nhất ${NOTICE_DAY_COUNT_MAX} ngày (at most ${NOTICE_DAY_COUNT_MAX} days)`,
        }),
      document: document().nullable().default(null),
      reason: reason().nullable().default(null),
    }),
  },
  WithdrawCalendarNotice: {
    says: 'Withdraw a notice; the days it named are again what they were without it.',
    vi: 'Rút thông báo lịch nghỉ, làm bù',
    records: ['CalendarNoticeWithdrawn'],
    data: z.strictObject({ noticeId: id(), reason: reason() }),
  },
} as const satisfies CommandCatalogue;

export type CalendarCommand = CommandsOf<typeof calendarCommands>;
