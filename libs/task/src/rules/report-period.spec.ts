import { spanOf } from './report-period';

describe('the days of a report period', () => {
  it.each([
    ['2026-01', 'month', '2026-01-01', '2026-01-31'],
    ['2026-02', 'month', '2026-02-01', '2026-02-28'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-10', 'month', '2026-10-01', '2026-10-31'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-H1', 'half-year', '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half-year', '2026-07-01', '2026-12-31'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
  ])('of %s, a %s, run from %s to %s', (period, every, fromOn, toOn) => {
    expect(spanOf(period)).toEqual({ every, fromOn, toOn });
  });
});
