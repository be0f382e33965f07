import { addDays, daysBetween, localDate } from '@thidua/kernel';
import { dayKind, isWorkingDay, workingCalendar } from './working-calendar';

const calendar = workingCalendar();
const daysOfYear = (year: number) =>
  Array.from(
    { length: daysBetween(localDate(`${year}-01-01`), localDate(`${year + 1}-01-01`)) },
    (_, n) => dayKind(calendar, addDays(localDate(`${year}-01-01`), n)),
  );
const daysOff = (year: number) =>
  daysOfYear(year)
    .filter(({ kind }) => ['holiday', 'lieu', 'swapped-off'].includes(kind))
    .map(({ on }) => on.slice(5));
const weekdaysOff = (year: number) =>
  daysOff(year).filter((day) => {
    const weekday = new Date(`${year}-${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });

describe('the calendar of public offices', () => {
  it('has the days off of 2025', () => {
    expect(daysOff(2025).join(' ')).toBe(
      '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    );
    expect(dayKind(calendar, localDate('2025-04-26'))).toMatchObject({
      kind: 'make-up',
      isWorking: true,
      confidence: 'announced',
    });
  });

  it('has the days off of 2026, with the day in lieu of the Hung Kings and both swaps', () => {
    expect(weekdaysOff(2026).join(' ')).toBe(
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    );
    expect(dayKind(calendar, localDate('2026-04-26'))).toMatchObject({ kind: 'holiday' });
    expect(dayKind(calendar, localDate('2026-04-27'))).toMatchObject({
      kind: 'lieu',
      name: 'Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)',
      legalBasis: 'Bộ luật Lao động 2019, Điều 111 khoản 3',
    });
    expect(daysOfYear(2026).filter(({ kind }) => kind === 'make-up')).toMatchObject([
      { on: '2026-01-10', confidence: 'reported' },
      { on: '2026-08-22', confidence: 'reported' },
    ]);
  });

  it('works on 23/11/2026: that swap was never decided', () => {
    expect(isWorkingDay(calendar, localDate('2026-11-23'))).toBe(true);
    expect(isWorkingDay(calendar, localDate('2026-11-28'))).toBe(false);
  });

  it.each([2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035])(
    'gives twelve days of rest in %d by rule, and says that they are expected',
    (year) => {
      expect(weekdaysOff(year)).toHaveLength(12);
      const off = daysOfYear(year).filter(({ kind }) => kind === 'holiday' || kind === 'lieu');
      expect(new Set(off.map(({ confidence }) => confidence))).toEqual(new Set(['expected']));
    },
  );

  it.each([
    // Tết of 2027 begins on a Saturday, so the weekend in it is made good on Wednesday and Thursday.
    [2027, '02-05 02-06 02-07 02-08 02-09 02-10 02-11'],
    // In 2035 it lies within one week but for the Sunday.
    [2035, '02-07 02-08 02-09 02-10 02-11 02-12 02-13'],
  ])('makes a weekend within Tết good on the days after it: %d', (year, days) => {
    expect(
      daysOff(year)
        .filter((day) => day.startsWith('02'))
        .join(' '),
    ).toBe(days);
  });

  it.each([
    [2021, '09-02 09-03'],
    [2022, '09-01 09-02'],
    [2023, '09-01 09-02 09-04'],
    [2024, '09-02 09-03'],
  ])('chooses the second day of the national day as was done in %d', (year, days) => {
    expect(
      daysOff(year)
        .filter((day) => day.startsWith('09'))
        .join(' '),
    ).toBe(days);
  });

  it('says on which decision a plain day rests', () => {
    expect(dayKind(calendar, localDate('2026-11-21'))).toMatchObject({
      kind: 'weekend',
      legalBasis: 'Quyết định 188/1999/QĐ-TTg',
    });
  });

  it('refuses days it has no data for', () => {
    expect(() => isWorkingDay(calendar, localDate('2041-01-01'))).toThrow(/covers 2020 to 2040/);
  });
});

describe('the version of a calendar', () => {
  const notice = (becomes: 'holiday' | 'working', on = '2027-02-12') => ({
    noticeId: 'n1',
    title: 'Thông báo',
    legalBasis: '1/TB',
    days: [{ on: localDate(on), becomes, name: null }],
  });

  it('is the same for the same days and another when one day is counted differently', () => {
    expect(workingCalendar().version).toBe(calendar.version);
    expect(workingCalendar([notice('holiday')]).version).not.toBe(calendar.version);
  });

  it('stays when a notice confirms what was expected', () => {
    const confirmed = workingCalendar([notice('holiday', '2027-02-08')]);
    expect(confirmed.version).toBe(calendar.version);
    expect(dayKind(confirmed, localDate('2027-02-08'))).toMatchObject({
      confidence: 'announced',
      noticeId: 'n1',
      legalBasis: '1/TB',
      name: 'Thông báo',
    });
  });
});
