import { instant } from '@thidua/kernel';
import { missedRun } from './missed-run';

const nightly = { name: 'nightly', cron: '30 2 * * *' };

describe('a run of a schedule', () => {
  it('was missed when its hour in Viet Nam passed since the last one', () => {
    const missed = missedRun(
      nightly,
      instant('2025-03-10T17:00:00+07:00'),
      instant('2025-03-11T08:00:00+07:00'),
    );
    expect(missed).toBe('2025-03-10T19:30:00.000Z');
  });

  it('was not missed before that hour', () => {
    const since = instant('2025-03-10T17:00:00+07:00');
    expect(missedRun(nightly, since, instant('2025-03-11T02:29:59+07:00'))).toBeNull();
  });

  it('was not missed when the last one began at that hour', () => {
    const since = instant('2025-03-11T02:30:00+07:00');
    expect(missedRun(nightly, since, instant('2025-03-11T23:00:00+07:00'))).toBeNull();
  });

  it('is missed once, however many nights the machine was off', () => {
    const missed = missedRun(
      nightly,
      instant('2025-03-01T12:00:00+07:00'),
      instant('2025-03-11T08:00:00+07:00'),
    );
    expect(missed).toBe('2025-03-01T19:30:00.000Z');
  });
});
