import { vietnameseDate } from '@thidua/kernel';
import { workingCalendar, type NoticeInForce, type WorkingCalendar } from '../working-calendar';
import type { CalendarEvent, CalendarFacts } from './calendar.events';

export interface Notice {
  readonly added: CalendarFacts<'CalendarNoticeAdded'>;
  /** Null while it is in force. */
  readonly withdrawn: CalendarFacts<'CalendarNoticeWithdrawn'> | null;
}

/** Notices in the order in which they were recorded, the withdrawn ones among them. */
export interface NoticeRegister {
  readonly notices: readonly Notice[];
}

export const noNotices: NoticeRegister = { notices: [] };

/** Refuses nothing: withdrawing what nobody added leaves the register as it is. */
export function evolveCalendar(register: NoticeRegister, event: CalendarEvent): NoticeRegister {
  const { notices } = register;
  switch (event.type) {
    case 'CalendarNoticeAdded':
      return { notices: [...notices, { added: event.data, withdrawn: null }] };
    case 'CalendarNoticeWithdrawn':
      return {
        notices: notices.map((notice) =>
          notice.added.noticeId === event.data.noticeId
            ? { ...notice, withdrawn: event.data }
            : notice,
        ),
      };
    default:
      return register;
  }
}

/** The calendar with the notices that are in force. */
export const calendarWith = ({ notices }: NoticeRegister): WorkingCalendar =>
  workingCalendar(
    notices.filter(({ withdrawn }) => withdrawn === null).map(({ added }) => inForce(added)),
  );

const inForce = ({
  noticeId,
  title,
  days,
  document,
}: CalendarFacts<'CalendarNoticeAdded'>): NoticeInForce => ({
  noticeId,
  title,
  days,
  legalBasis: document === null ? title : documentText(document.number, document.date),
});

const documentText = (number: string, date: Parameters<typeof vietnameseDate>[0] | null): string =>
  date === null ? number : `${number} ngày ${vietnameseDate(date)}`;
