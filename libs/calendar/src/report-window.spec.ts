import { addDays, localDate } from '@thidua/kernel';
import fc from 'fast-check';
import { reportPeriodOf, type ReportPeriodKind, type ReportWindow } from './report-window';

describe('the period of reporting a day belongs to', () => {
  it.each<[string, ReportPeriodKind, ReportWindow, number, number, string, string]>([
    ['2026-03-14', 'month', '15_14', 2026, 3, '2026-02-15', '2026-03-14'],
    ['2026-03-15', 'month', '15_14', 2026, 4, '2026-03-15', '2026-04-14'],
    ['2025-12-15', 'month', '15_14', 2026, 1, '2025-12-15', '2026-01-14'],
    ['2026-03-15', 'quarter', '15_14', 2026, 2, '2026-03-15', '2026-06-14'],
    ['2026-06-14', 'half-year', '15_14', 2026, 1, '2025-12-15', '2026-06-14'],
    ['2025-12-15', 'year', '15_14', 2026, 1, '2025-12-15', '2026-12-14'],
    ['2025-12-31', 'year', 'CALENDAR', 2025, 1, '2025-01-01', '2025-12-31'],
    ['2028-02-15', 'month', 'CALENDAR', 2028, 2, '2028-02-01', '2028-02-29'],
    ['2026-07-01', 'half-year', 'CALENDAR', 2026, 2, '2026-07-01', '2026-12-31'],
  ])('%s, by %s under %s', (...[day, kind, window, year, number, from, cutOff]) => {
    const period = { kind, year, number, from, cutOff };
    expect(reportPeriodOf(localDate(day), kind, window)).toEqual(period);
  });

  it('holds the day, and the next one begins the day after the cut-off', () => {
    const day = fc.nat(9_000).map((days) => addDays(localDate('2020-01-01'), days));
    const kind = fc.constantFrom<ReportPeriodKind>('month', 'quarter', 'half-year', 'year');
    fc.assert(
      fc.property(
        day,
        kind,
        fc.constantFrom<ReportWindow>('15_14', 'CALENDAR'),
        (on, of, window) => {
          const period = reportPeriodOf(on, of, window);
          expect(period.from <= on && on <= period.cutOff).toBe(true);
          expect(reportPeriodOf(period.from, of, window)).toEqual(period);
          expect(reportPeriodOf(period.cutOff, of, window)).toEqual(period);
          const after = addDays(period.cutOff, 1);
          expect(reportPeriodOf(after, of, window).from).toBe(after);
        },
      ),
    );
  });
});
