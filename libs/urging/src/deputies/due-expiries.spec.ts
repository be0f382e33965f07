import { workingCalendar } from '@thidua/calendar';
import { localDate } from '@thidua/kernel';
import { dueExpiries } from './due-expiries';

const calendar = workingCalendar();
const until = (untilOn: string) => ({
  personId: 'cb-001',
  deputyId: 'cb-003',
  unitId: null,
  untilOn: localDate(untilOn),
});
const due = (untilOn: string, on: string) =>
  dueExpiries(calendar, [until(untilOn)], localDate(on)).map(({ forOn }) => forOn);

describe('deputies whose days are over', () => {
  it('are told of on the first working day after the last one, and not before', () => {
    expect(due('2025-12-18', '2025-12-18')).toEqual([]);
    expect(due('2025-12-18', '2025-12-19')).toEqual(['2025-12-19']);
  });

  it('wait over a week-end and over Tết', () => {
    expect(due('2025-12-19', '2025-12-20')).toEqual([]);
    expect(due('2025-12-19', '2025-12-22')).toEqual(['2025-12-22']);
    expect(due('2026-02-13', '2026-02-20')).toEqual([]);
    expect(due('2026-02-13', '2026-02-23')).toEqual(['2026-02-23']);
  });

  it('are made up for a month, and then no more', () => {
    expect(due('2025-10-09', '2025-11-10')).toEqual(['2025-10-10']);
    expect(due('2025-10-09', '2025-11-11')).toEqual([]);
  });
});
