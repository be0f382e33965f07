import { CommandRejected } from '@thidua/kernel';
import { completionRates, type BucketCounts } from './completion-rates';

const counts = (given: Partial<BucketCounts>): BucketCounts => ({
  ...{ doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 },
  ...{ noDate: 0, waiting: 0, notArisen: 0 },
  ...given,
});

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
  }
  return 'none';
};

describe('the completion rates of a task table', () => {
  const table = counts({ doneOnTime: 14068, doneLate: 1983, openInTime: 5640, openOverdue: 223 });

  it('give both official denominators exactly', () => {
    const rates = completionRates(table, 21914);
    expect(rates.ofDue).toEqual({
      numerator: 16051,
      denominator: 16274,
      status: 'shown',
      exact: '16051/16274',
      percent: '98.6297',
    });
    expect(rates.ofAll).toMatchObject({ exact: '16051/21914', percent: '73.2454' });
    expect(rates.overdueOfDue).toMatchObject({ exact: '223/16274', percent: '1.3703' });
    expect(rates.onTimeOfFinished).toMatchObject({ exact: '14068/16051', percent: '87.6456' });
    expect(rates.onTimeOfDue).toMatchObject({ numerator: 14068, denominator: 16274 });
  });

  it('are refused for a table whose parts miss its total by one', () => {
    const published = counts({ doneOnTime: 13119, openInTime: 2065, openOverdue: 348 });
    expect(refusal(() => completionRates(published, 15533))).toBe('TABLE_DOES_NOT_ADD_UP');
    expect(completionRates(published, 15532).ofAll.denominator).toBe(15532);
  });

  it('are refused for a count that is no whole number', () => {
    const negative = counts({ doneOnTime: 2, noDate: -1 });
    expect(refusal(() => completionRates(negative, 1))).toBe('COUNT_NOT_NATURAL');
    expect(refusal(() => completionRates(counts({ doneLate: 0.5 }), 0.5))).toBe(
      'COUNT_NOT_NATURAL',
    );
  });

  it('are not given without cases or under the minimum', () => {
    const small = completionRates(counts({ doneOnTime: 2, openInTime: 1 }), 3, 3);
    expect(small.ofDue).toEqual({
      numerator: 2,
      denominator: 2,
      status: 'belowMinimum',
      exact: null,
      percent: null,
    });
    expect(small.ofAll).toMatchObject({ status: 'shown', exact: '2/3', percent: '66.6667' });
    expect(completionRates(counts({}), 0).ofDue).toMatchObject({ status: 'noData', exact: null });
  });
});
