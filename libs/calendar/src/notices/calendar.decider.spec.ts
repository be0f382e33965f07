import { fold, localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import { deriveDeadline, workingDayDeadline } from '../derive-deadline';
import {
  departmentClerk,
  director,
  divisionHead,
  integratedService,
  noticeAdded,
  noticeWithdrawn,
  officeClerk,
} from '../testing';
import { dayKind, workingCalendar, type WorkingCalendar } from '../working-calendar';
import { calendarCommands, type CalendarCommand } from './calendar.commands';
import { calendarDecider } from './calendar.decider';
import { calendarWith } from './calendar.state';

const on = localDate('2026-11-03');
const given = specify(calendarDecider, { actor: officeClerk, on, calendarId: 'vn' });
const { calendarId: _calendar, validFrom: _day, ...asked } = noticeAdded().data;

const add = (data: Record<string, unknown> = {}): CalendarCommand => ({
  type: 'AddCalendarNotice',
  data: calendarCommands.AddCalendarNotice.data.parse({ ...asked, ...data }),
});
const addDay = (date: string, becomes: string, data: Record<string, unknown> = {}) =>
  add({ noticeId: 'n2', days: [{ on: date, becomes }], ...data });
const withdraw: CalendarCommand = {
  type: 'WithdrawCalendarNotice',
  data: { noticeId: asked.noticeId, reason: noticeWithdrawn().data.reason },
};

describe('adding a notice', () => {
  it('records what it makes of each day', () => {
    given().when(add()).then(noticeAdded());
    given().when(add(), { actor: director }).then(noticeAdded());
  });

  it.each([
    ['a head of a division', divisionHead],
    ['a clerk of the department outside the Office', departmentClerk],
    ['an integrated service', integratedService],
  ])('is refused to %s', (_who, actor) => {
    given().when(add(), { actor }).thenRejected('CALENDAR_KEEPER_ONLY');
  });

  it('records nothing when it is said again', () => {
    given(noticeAdded())
      .when(add(), { on: localDate('2026-11-09') })
      .thenNothing();
  });

  it.each([
    ['other days', [noticeAdded()], add({ days: [{ on: '2026-12-25', becomes: 'holiday' }] })],
    ['a withdrawn notice', [noticeAdded(), noticeWithdrawn()], add()],
  ])('is refused under the id of %s', (_what, history, command) => {
    given(...history)
      .when(command)
      .thenRejected('NOTICE_ID_USED');
  });

  it('is refused for a day that another notice decides', () => {
    given(noticeAdded())
      .when(addDay('2026-11-23', 'holiday'))
      .thenRejected('NOTICE_DAY_TAKEN', { noticeId: 'hoan-doi-11-2026' });
  });

  it.each([
    ['2026-11-24', 'holiday'],
    ['2026-11-25', 'working'],
  ])('is refused for %s, which is %s already', (date, becomes) => {
    given().when(addDay(date, becomes)).thenRejected('NOTICE_DAY_ALREADY_SO', { on: date });
  });

  it('may confirm a day that was only expected or only reported', () => {
    given().when(addDay('2027-02-08', 'holiday')).thenMatching({ type: 'CalendarNoticeAdded' });
    given()
      .when(addDay('2026-08-22', 'make-up', { reason: 'Đã có văn bản chính thức' }))
      .thenMatching({ type: 'CalendarNoticeAdded' });
  });

  it.each([
    ['2026-11-28', 'swapped-off', 'NOTICE_DAY_ON_WEEKEND'],
    ['2026-11-28', 'lieu', 'NOTICE_DAY_ON_WEEKEND'],
    ['2026-11-28', 'working', 'NOTICE_DAY_ON_WEEKEND'],
    ['2026-11-27', 'make-up', 'NOTICE_DAY_ON_WEEKDAY'],
    ['2026-11-27', 'swapped-off', 'NOTICE_SWAP_UNBALANCED'],
    ['2026-11-28', 'make-up', 'NOTICE_SWAP_UNBALANCED'],
    ['2041-01-02', 'holiday', 'CALENDAR_YEAR_NOT_COVERED'],
    ['2026-11-03', 'holiday', 'NOTICE_PAST_NEEDS_REASON'],
  ])('is refused when %s becomes %s: %s', (date, becomes, code) => {
    given().when(addDay(date, becomes)).thenRejected(code);
  });

  it('is refused when a day stands in it twice', () => {
    const days = [
      { on: '2026-12-25', becomes: 'holiday' },
      { on: '2026-12-25', becomes: 'lieu' },
    ];
    given().when(add({ days })).thenRejected('NOTICE_DAY_TWICE', { on: '2026-12-25' });
  });
});

describe('withdrawing a notice', () => {
  it('records the reason, once', () => {
    given(noticeAdded())
      .when(withdraw, { on: localDate('2026-11-04') })
      .then(noticeWithdrawn());
    given(noticeAdded(), noticeWithdrawn()).when(withdraw).thenNothing();
  });

  it('is refused when there is no such notice', () => {
    given().when(withdraw).thenRejected('NOTICE_NOT_FOUND', { noticeId: 'hoan-doi-11-2026' });
  });

  it('lets the day be decided anew', () => {
    given(noticeAdded(), noticeWithdrawn())
      .when(addDay('2026-11-23', 'holiday'))
      .thenMatching({ type: 'CalendarNoticeAdded' });
  });
});

describe('the calendar with the swap of 23 and 28 November 2026', () => {
  const withSwap = calendarWith(fold(calendarDecider, [noticeAdded()]));

  const countedFrom = (from: string, calendar: WorkingCalendar) =>
    deriveDeadline({ from: localDate(from), days: 7, unit: 'working', calendar })
      .steps.filter(({ step }) => step === 'counted')
      .map(({ day }) => day.on.slice(8));

  it('moves the days of an appeal received on 18 November', () => {
    expect(countedFrom('2026-11-18', workingCalendar()).join()).toBe('19,20,23,25,26,27,30');
    // The end stays, because the day given off and the day worked for it both lie before it.
    expect(countedFrom('2026-11-18', withSwap).join()).toBe('19,20,25,26,27,28,30');
  });

  it('moves the end of an appeal received a day earlier from Friday to the make-up Saturday', () => {
    const from = localDate('2026-11-17');
    expect(workingDayDeadline(workingCalendar(), from, 7)).toBe('2026-11-27');
    expect(workingDayDeadline(withSwap, from, 7)).toBe('2026-11-28');
  });

  it('names the notice and its document beside the days', () => {
    expect(dayKind(withSwap, localDate('2026-11-23'))).toMatchObject({
      kind: 'swapped-off',
      name: 'Hoán đổi ngày làm việc dịp 24/11/2026',
      legalBasis: '99/TB-MAU ngày 02/11/2026',
      noticeId: 'hoan-doi-11-2026',
    });
  });

  it('is the shipped one again once the notice is withdrawn', () => {
    const register = fold(calendarDecider, [noticeAdded(), noticeWithdrawn()]);
    expect(calendarWith(register)).toEqual(workingCalendar());
  });
});
