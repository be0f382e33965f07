import { lunarToSolar } from '../testing/lunar-astronomy';
import { FIRST_YEAR, LAST_YEAR, lunarDaysOf } from './lunar-days';

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

describe('the table of lunar days', () => {
  it.each(years)('agrees with moon and sun in %d', (year) => {
    expect(lunarDaysOf(year)).toEqual({
      newYear: lunarToSolar(year, 1, 1),
      hungKings: lunarToSolar(year, 3, 10),
    });
  });

  it('ends where nobody computed it', () => {
    expect(lunarDaysOf(FIRST_YEAR - 1)).toBeNull();
    expect(lunarDaysOf(LAST_YEAR + 1)).toBeNull();
  });
});

describe('the reckoning it is checked with', () => {
  it.each([
    // Known feasts of years with and without a leap month, and the year in which Hanoi and Beijing differ.
    [1985, 1, 1, '1985-01-21'],
    [2007, 1, 1, '2007-02-17'],
    [2023, 8, 15, '2023-09-29'],
    [2025, 8, 15, '2025-10-06'],
  ])('knows lunar day %d-%d-%d as %s', (year, month, day, date) => {
    expect(lunarToSolar(year, month, day)).toBe(date);
  });
});
