import { assertNever, type Decider, type DecisionContext } from '@thidua/kernel';
import { rejectCalendar as reject } from '../calendar.rejections';
import { isWeekend } from '../weekdays';
import { dayKind, type DayChange, type WorkingCalendar } from '../working-calendar';
import type { CalendarCommand } from './calendar.commands';
import type { CalendarEvent } from './calendar.events';
import { mayKeepCalendar } from './calendar-keepers';
import { calendarWith, evolveCalendar, noNotices, type NoticeRegister } from './calendar.state';

export interface CalendarContext extends DecisionContext {
  readonly calendarId: string;
}

type Asked<Type extends CalendarCommand['type']> = Extract<CalendarCommand, { type: Type }>['data'];
type Events = readonly CalendarEvent[];

function addNotice(
  data: Asked<'AddCalendarNotice'>,
  register: NoticeRegister,
  { calendarId, on: validFrom }: CalendarContext,
): Events {
  const { noticeId, days } = data;
  const earlier = register.notices.find(({ added }) => added.noticeId === noticeId);
  if (earlier !== undefined) {
    const { calendarId: _calendar, validFrom: _day, ...asked } = earlier.added;
    return earlier.withdrawn === null && contentOf(asked) === contentOf(data)
      ? []
      : reject('NOTICE_ID_USED', { noticeId });
  }
  const calendar = calendarWith(register);
  for (const [index, change] of days.entries()) {
    if (days.findIndex(({ on }) => on === change.on) !== index) {
      return reject('NOTICE_DAY_TWICE', { on: change.on });
    }
    dayMustBeOpen(change, calendar);
  }
  swapsMustBalance(days, calendar);
  const past = days.find(({ on }) => on <= validFrom);
  if (past !== undefined && data.reason === null) {
    return reject('NOTICE_PAST_NEEDS_REASON', { on: past.on });
  }
  return [{ type: 'CalendarNoticeAdded', data: { calendarId, ...data, validFrom } }];
}

/** The commands' schema gives every field in one order, so equal content is equal text. */
const contentOf = ({
  title,
  days,
  document,
  reason,
}: Omit<Asked<'AddCalendarNotice'>, 'noticeId'>): string =>
  JSON.stringify([
    title,
    reason,
    days.map(({ on, becomes, name }) => [on, becomes, name]),
    document && [document.number, document.date, document.issuer, document.title],
  ]);

/** A day that is only expected or only reported may be confirmed; what is announced cannot be announced again. */
function dayMustBeOpen({ on, becomes }: DayChange, calendar: WorkingCalendar): void {
  const { kind, confidence, legalBasis, noticeId } = dayKind(calendar, on);
  if (noticeId !== null) reject('NOTICE_DAY_TAKEN', { on, noticeId });
  if (kind === becomes && confidence === 'announced') {
    reject('NOTICE_DAY_ALREADY_SO', { on, becomes, legalBasis });
  }
  if (becomes === 'holiday') return;
  if (becomes === 'make-up' && !isWeekend(on)) reject('NOTICE_DAY_ON_WEEKDAY', { on });
  if (becomes !== 'make-up' && isWeekend(on)) reject('NOTICE_DAY_ON_WEEKEND', { on, becomes });
}

/** A day that is confirmed as what it is already was balanced before. */
function swapsMustBalance(days: readonly DayChange[], calendar: WorkingCalendar): void {
  const newly = (kind: DayChange['becomes']): number =>
    days.filter(({ on, becomes }) => becomes === kind && dayKind(calendar, on).kind !== kind)
      .length;
  const [off, worked] = [newly('swapped-off'), newly('make-up')];
  if (off !== worked) reject('NOTICE_SWAP_UNBALANCED', { off, worked });
}

function withdrawNotice(
  { noticeId, reason }: Asked<'WithdrawCalendarNotice'>,
  register: NoticeRegister,
  { calendarId, on: withdrawnOn }: CalendarContext,
): Events {
  const notice = register.notices.find(({ added }) => added.noticeId === noticeId);
  if (notice === undefined) return reject('NOTICE_NOT_FOUND', { noticeId });
  if (notice.withdrawn !== null) return []; // A repeated command changes nothing.
  return [{ type: 'CalendarNoticeWithdrawn', data: { calendarId, noticeId, reason, withdrawnOn } }];
}

function decide(
  command: CalendarCommand,
  register: NoticeRegister,
  context: CalendarContext,
): Events {
  if (!mayKeepCalendar(context.actor)) return reject('CALENDAR_KEEPER_ONLY');
  switch (command.type) {
    case 'AddCalendarNotice':
      return addNotice(command.data, register, context);
    case 'WithdrawCalendarNotice':
      return withdrawNotice(command.data, register, context);
    default:
      return assertNever(command);
  }
}

/** The notices of one jurisdiction (stream `calendar-<calendarId>`). */
export const calendarDecider: Decider<
  CalendarCommand,
  CalendarEvent,
  NoticeRegister,
  CalendarContext
> = {
  category: 'calendar',
  initialState: noNotices,
  decide,
  evolve: evolveCalendar,
};
