import { comparatorText, dayText, numberText, rateText, timeText } from '.';

describe('numbers as they are written here', () => {
  it.each([
    ['126305', '126.305'],
    ['999', '999'],
    ['-48750.5', '-48.750,5'],
    ['99.970', '99,97'],
    ['100', '100'],
    ['5/6', '0,83'],
    ['0', '0'],
    ['chưa rõ', 'chưa rõ'],
  ])('turn %s into %s', (value, expected) => {
    expect(numberText(value)).toBe(expected);
  });

  it('keep as many decimals as asked for', () => {
    expect(numberText('125/6', 4)).toBe('20,8333');
  });
});

describe('a rate', () => {
  const rate = { numerator: 5, denominator: 6, percent: '83.3333' } as const;

  it('shows the two counts beside the percentage', () => {
    expect(rateText({ ...rate, status: 'shown' })).toBe('83,33% (5/6)');
  });

  it('shows only the counts when there are too few cases', () => {
    expect(rateText({ ...rate, status: 'belowMinimum', percent: null })).toBe('5/6 (quá ít)');
  });

  it('is no number when there is nothing to divide by', () => {
    const none = { numerator: 0, denominator: 0, percent: null, status: 'noData' } as const;
    expect(rateText(none)).toBe('không có số liệu');
  });
});

describe('days and times', () => {
  it('are written in the order used here', () => {
    expect(dayText('2025-03-31')).toBe('31/03/2025');
    expect(dayText(null)).toBeNull();
  });

  it('show the clock of Vietnam, over midnight too', () => {
    expect(timeText('2025-01-09T17:00:00.000Z')).toBe('10/01/2025 00:00');
  });
});

describe('a comparator', () => {
  it('is printed as one sign', () => {
    expect(['>=', '<=', '>', '='].map(comparatorText)).toEqual(['≥', '≤', '>', '=']);
  });
});
