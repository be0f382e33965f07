import { localDate } from '@thidua/kernel';
import { parseTimeExpression } from './parse-time-expression';
import type { TimeExpression } from './time-expression';

const read = (text: string, planYear: number | null = 2026): TimeExpression =>
  parseTimeExpression(text, { planYear });

describe('a named month, quarter or day', () => {
  it.each([
    ['Tháng 01/2026', '2026-01-31'],
    ['Tháng Mười một năm 2026', '2026-11-30'],
    ['Hoàn thành trong quý I năm 2026', '2026-03-31'],
    ['Ngày 15 tháng 12 năm 2026', '2026-12-15'],
    ['Trước tháng 6/2026', '2026-05-31'],
    ['Đến hết ngày 20/8/2026', '2026-08-20'],
    ['Chậm nhất ngày 15/12/2026', '2026-12-15'],
    ['Tháng 2-3/2028', '2028-03-31'],
    ['Quý II, hoàn thành trước 16/6/2026', '2026-06-15'],
    ['Trong 9 tháng đầu năm', '2026-09-30'],
  ])('sets the last day in time: %s', (text, due) => {
    expect(read(text)).toMatchObject({ kind: 'one-off', due });
  });

  it('takes a missing year from the plan and says so', () => {
    expect(read('Tháng 4')).toMatchObject({ due: '2026-04-30', notes: ['YEAR_FROM_PLAN'] });
  });

  it('stays without a date where no year is known', () => {
    expect(read('Tháng 4', null)).toMatchObject({ due: null, notes: ['YEAR_UNKNOWN'] });
  });

  it('is not rolled over when no calendar has the day', () => {
    expect(read('Trước ngày 31/4/2026')).toMatchObject({ due: null, notes: ['IMPOSSIBLE_DATE'] });
  });

  it('asks for confirmation where "trước" stands before the last day of a month', () => {
    expect(read('Trước 31/10/2026')).toMatchObject({ due: '2026-10-30', notes: ['CONVENTION'] });
  });

  it('gives no date before a lunar new year outside the table', () => {
    expect(read('Trước Tết Nguyên đán năm 2041').due).toBeNull();
  });
});

describe('several dates in one line', () => {
  it.each([
    ['Quý I, III/2026', '2026-09-30'],
    ['Tháng 6 và tháng 12/2026', '2026-12-31'],
    ['Tháng 3, 6, 9 năm 2026', '2026-09-30'],
  ])('are a series of listed dates: %s', (text, due) => {
    expect(read(text)).toMatchObject({ kind: 'recurring', recurrence: 'DATES', due });
  });

  it('are work that lasts when they span, unless a product is to be handed in', () => {
    const span = 'Từ Quý II đến Quý IV/2026';
    expect(read(span)).toMatchObject({ kind: 'ongoing', due: null, notBefore: '2026-04-01' });
    expect(parseTimeExpression(span, { planYear: 2026, hasProduct: true })).toMatchObject({
      kind: 'one-off',
      due: '2026-12-31',
    });
  });
});

describe('a series', () => {
  it.each([
    ['Hằng tháng', 'MONTHLY', 'FREQ=MONTHLY'],
    ['Trước ngày 20 hàng tháng', 'MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=19'],
    ['Mỗi quý 01 lần', 'QUARTERLY', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['Hàng tuần, vào thứ Ba', 'WEEKLY', 'FREQ=WEEKLY;BYDAY=TU'],
    ['Trước 30/11 hàng năm', 'YEARLY', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=29'],
    ['Định kỳ 6 tháng', 'SEMIANNUAL', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ])('comes back without a due date of its own: %s', (text, recurrence, rule) => {
    expect(read(text)).toMatchObject({ kind: 'recurring', due: null, recurrence, rule });
  });

  it('follows its milestone when the milestone stands first', () => {
    const text = 'Ban hành trong tháng 01/2026, báo cáo định kỳ hằng tháng';
    expect(read(text)).toMatchObject({
      kind: 'periodic-after-milestone',
      due: '2026-01-31',
      recurrence: 'MONTHLY',
    });
  });

  it('follows an awaited event just so, without a date', () => {
    expect(read('Sau khi tỉnh giao chỉ tiêu; định kỳ báo cáo kết quả')).toMatchObject({
      kind: 'periodic-after-milestone',
      due: null,
      recurrence: 'UNSPECIFIED',
      conditional: 'Sau khi tỉnh giao chỉ tiêu',
    });
  });

  it('may be a number of times a year', () => {
    expect(read('Năm 2026 (tối thiểu 03 lớp/năm)')).toMatchObject({
      recurrence: 'MIN_3_PER_YEAR',
      quantity: { min: 3, per: 'YEAR' },
    });
  });
});

describe('a condition', () => {
  it.each([
    ['Ngay sau khi được phê duyệt', 'Ngay sau khi được phê duyệt'],
    ['Khi UBND tỉnh có ý kiến', 'Khi UBND tỉnh có ý kiến'],
    ['Theo yêu cầu của cấp trên', 'Theo yêu cầu của cấp trên'],
  ])('is kept in its own words and has no date: %s', (text, conditional) => {
    expect(read(text)).toMatchObject({ kind: 'one-off', due: null, conditional, notes: [] });
  });

  it('stands beside a date where both are written', () => {
    expect(read('Sau khi có hướng dẫn, hoàn thành trước 16/6/2026')).toMatchObject({
      due: '2026-06-15',
      conditional: 'Sau khi có hướng dẫn',
    });
  });

  it('counts days from the day the plan was issued when that day is given', () => {
    const text = 'Trong vòng 10 ngày kể từ ngày ban hành';
    expect(read(text).due).toBeNull();
    const issued = { planYear: 2026, issuedOn: localDate('2026-01-15') };
    expect(parseTimeExpression(text, issued).due).toBe('2026-01-25');
  });
});

describe('words that set no limit', () => {
  it('are kept as text with a note', () => {
    expect(read('Chưa xác định')).toMatchObject({ due: null, notes: ['UNREADABLE'] });
  });

  it('say nothing inside a title, whatever date they hold', () => {
    const inTitle = parseTimeExpression('giai đoạn 2026-2030', { planYear: 2025, role: 'inline' });
    expect(inTitle).toMatchObject({ kind: null, due: null, window: { start: '2026-01-01' } });
  });

  it('are empty when only a dash stands there', () => {
    expect(read(' - ')).toMatchObject({ kind: 'one-off', due: null, notes: [] });
  });
});
