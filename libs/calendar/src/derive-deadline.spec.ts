import { localDate } from '@thidua/kernel';
import { deriveDeadline, workingDayDeadline } from './derive-deadline';
import { workingCalendar } from './working-calendar';

const calendar = workingCalendar();

describe('a deadline counted in working days', () => {
  it.each([
    ['2026-08-28', '2026-09-11'],
    ['2026-11-18', '2026-11-30'],
    // Rests on the make-up Saturday 22/8.
    ['2026-08-20', '2026-08-28'],
  ])('seven days after %s is %s', (from, dueOn) => {
    expect(workingDayDeadline(calendar, localDate(from), 7)).toBe(dueOn);
  });

  it('names every day passed over and why', () => {
    const { steps, calendarVersion } = deriveDeadline({
      from: localDate('2026-08-28'),
      days: 1,
      unit: 'working',
      calendar,
    });
    expect(steps.map(({ step, day, nth }) => [step, day.on, day.kind, nth])).toEqual([
      ['skipped', '2026-08-29', 'weekend', null],
      ['skipped', '2026-08-30', 'weekend', null],
      ['skipped', '2026-08-31', 'swapped-off', null],
      ['skipped', '2026-09-01', 'holiday', null],
      ['skipped', '2026-09-02', 'holiday', null],
      ['counted', '2026-09-03', 'working', 1],
    ]);
    expect(calendarVersion).toBe(calendar.version);
  });
});

describe('a deadline counted in calendar days', () => {
  it('counts days off and stays on a day of work', () => {
    const { dueOn, steps } = deriveDeadline({
      from: localDate('2026-08-28'),
      days: 6,
      unit: 'calendar',
      calendar,
    });
    expect(dueOn).toBe('2026-09-03');
    expect(steps.every(({ step }) => step === 'counted')).toBe(true);
  });

  it('moves an end on a day off to the next working day', () => {
    const { dueOn, steps } = deriveDeadline({
      from: localDate('2026-08-28'),
      days: 3,
      unit: 'calendar',
      calendar,
    });
    expect(dueOn).toBe('2026-09-03');
    expect(steps.map(({ step }) => step)).toEqual([
      ...['counted', 'counted', 'counted'],
      ...['rolled', 'rolled', 'rolled'],
    ]);
  });
});
