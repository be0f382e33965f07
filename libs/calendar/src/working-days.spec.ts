import { addDays, localDate, type LocalDate } from '@thidua/kernel';
import fc from 'fast-check';
import { isWorkingDay, workingCalendar } from './working-calendar';
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  rollForward,
  workingDaysBetween,
} from './working-days';

const calendar = workingCalendar();
const day = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(localDate('2025-01-01'), n));
const workingDay = day.map((date) => rollForward(calendar, date));
const count = fc.integer({ min: 0, max: 90 });

const countedDays = (from: string, to: number): LocalDate[] =>
  Array.from({ length: to }, (_, n) => addWorkingDays(calendar, localDate(from), n + 1));

describe('counting working days in 2026', () => {
  it('finds the seven days of an appeal received before the national day', () => {
    expect(countedDays('2026-08-28', 7)).toEqual(
      ['03', '04', '07', '08', '09', '10', '11'].map((date) => `2026-09-${date}`),
    );
  });

  it('finds the seven days of an appeal received before the day of culture', () => {
    expect(countedDays('2026-11-18', 7)).toEqual(
      ['19', '20', '23', '25', '26', '27', '30'].map((date) => `2026-11-${date}`),
    );
  });

  it('counts the make-up Saturday', () => {
    expect(countedDays('2026-08-20', 7)).toEqual(
      ['21', '22', '24', '25', '26', '27', '28'].map((date) => `2026-08-${date}`),
    );
  });

  it('steps over Tết in both directions', () => {
    expect(nextWorkingDay(calendar, localDate('2026-02-13'))).toBe('2026-02-23');
    expect(previousWorkingDay(calendar, localDate('2026-02-23'))).toBe('2026-02-13');
    expect(rollForward(calendar, localDate('2026-02-17'))).toBe('2026-02-23');
    expect(rollForward(calendar, localDate('2026-02-13'))).toBe('2026-02-13');
  });
});

describe('the laws of counting', () => {
  it('what is added can be taken away again', () => {
    fc.assert(
      fc.property(workingDay, count, (from, n) => {
        const to = addWorkingDays(calendar, from, n);
        expect(addWorkingDays(calendar, to, -n)).toBe(from);
      }),
    );
  });

  it('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(day, count, count, (from, a, b) => {
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, from, a), b);
        expect(twice).toBe(addWorkingDays(calendar, from, a + b));
      }),
    );
  });

  it('a later start or a higher count never ends earlier', () => {
    fc.assert(
      fc.property(day, fc.nat(40), count, count, (from, later, n, more) => {
        const end = addWorkingDays(calendar, from, n);
        expect(addWorkingDays(calendar, addDays(from, later), n) >= end).toBe(true);
        expect(addWorkingDays(calendar, from, n + more) >= end).toBe(true);
      }),
    );
  });

  it('the end is a working day, with as many working days between as were added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n);
        expect(isWorkingDay(calendar, to)).toBe(true);
        expect(workingDaysBetween(calendar, from, to)).toBe(n);
      }),
    );
  });

  it('the days between add up over any day in the middle, in whatever order', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const whole = workingDaysBetween(calendar, a, c);
        const parts = workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c);
        expect(parts).toBe(whole);
      }),
      { numRuns: 30 },
    );
  });
});
