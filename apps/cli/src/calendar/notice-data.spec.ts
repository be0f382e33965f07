import { noticeData } from './notice-data';

describe('the days of a notice as typed', () => {
  it('are swaps, days off, days in lieu and working days', () => {
    const data = noticeData('n1', {
      title: 'Thông báo',
      swap: ['2026-11-23:2026-11-28'],
      off: ['2027-02-04'],
      lieu: ['2027-02-12'],
      work: ['2027-02-11'],
      document: '12/TB',
    });
    expect(data.days).toEqual([
      { on: '2026-11-23', becomes: 'swapped-off' },
      { on: '2026-11-28', becomes: 'make-up' },
      { on: '2027-02-04', becomes: 'holiday' },
      { on: '2027-02-12', becomes: 'lieu' },
      { on: '2027-02-11', becomes: 'working' },
    ]);
    expect(data).toMatchObject({ document: { number: '12/TB', date: null }, reason: null });
  });

  it.each([
    [{}, /ít nhất một ngày/],
    [{ swap: ['2026-11-23'] }, /ngày-nghỉ:ngày-làm-bù/],
    [{ swap: ['2026-11-23:2026-11-31'] }, /ngày-nghỉ:ngày-làm-bù/],
    [{ off: ['2027-02-30'] }, /--off cần ngày có thật/],
  ])('are refused as %j', (options, message) => {
    expect(() => noticeData('n1', { title: 'Thông báo', ...options })).toThrow(message);
  });
});
