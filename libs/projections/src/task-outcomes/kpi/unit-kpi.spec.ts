import { localDate } from '@thidua/kernel';
import fc from 'fast-check';
import { BUCKETS } from '../outcome/outcome';
import { assigned, completed, extended, reported, rowOfTask, told } from '../testing/task-story';
import { daySpread } from './figures';
import { unitKpi, type KpiOptions, type KpiScope } from './unit-kpi';

const options: KpiOptions = { year: 2025, asOf: localDate('2025-07-01'), minimumN: 1 };
const unit = (unitId: string): KpiScope => ({ of: 'unit', unitId });
const department: KpiScope = { of: 'department' };

const rows = [
  rowOfTask('t1', assigned('2025-01-10', '2025-03-31'), completed('2025-03-20')),
  rowOfTask('t2', assigned('2025-01-10', '2025-03-31', ['qlcn', 'qltm']), completed('2025-04-10')),
  rowOfTask(
    't3',
    assigned('2025-01-10', '2025-03-31'),
    extended('2025-03-15', '2025-03-31', '2025-04-30'),
    completed('2025-04-20'),
  ),
  rowOfTask('t4', assigned('2025-01-10', '2025-06-30')),
  rowOfTask('t5', assigned('2025-01-10', '2025-12-31', ['qlcn', ['vp', 'focal']])),
  rowOfTask('t6', assigned('2025-01-10', null)),
  rowOfTask('t7', assigned('2025-01-10', null), told('TriggerAwaited', '2025-01-10')),
  rowOfTask('t8', assigned('2025-01-10', null), told('TaskNotArisen', '2025-05-01')),
  rowOfTask('t9', assigned('2026-01-10', null, ['qlcn'], { year: 2026 })),
];

describe('the KPI of a unit', () => {
  const kpi = unitKpi(rows, unit('qlcn'), options);
  const countsOf = (table: typeof kpi.byDateInForce) =>
    BUCKETS.map((bucket) => table.buckets[bucket].count);

  it('counts its tasks by the date in force and by the original date', () => {
    expect(countsOf(kpi.byDateInForce)).toEqual([2, 1, 1, 1, 1, 1, 1]);
    expect(countsOf(kpi.byOriginalDate)).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(kpi.byDateInForce.rates.onTimeOfDue.exact).toBe('1/2');
    expect(kpi.byOriginalDate.rates.onTimeOfDue.exact).toBe('1/4');
    expect(kpi.byDateInForce.rates.ofDue.exact).toBe('3/4');
    expect(kpi.byDateInForce.rates.ofAll.exact).toBe('3/5');
  });

  it('names the tasks and events behind every number', () => {
    expect(kpi.byDateInForce.buckets.doneLate.taskIds).toEqual(['t2']);
    expect(kpi.byDateInForce.split.notArisen).toEqual({
      count: 1,
      taskIds: ['t8'],
      eventIds: ['e1', 'e2'],
    });
    expect(kpi.extensions.granted.taskIds).toEqual(['t3']);
    expect(kpi.byDateInForce.total.taskIds).toEqual([
      't1',
      't2',
      't3',
      't4',
      't5',
      't6',
      't7',
      't8',
    ]);
  });

  it('counts a task with several leads fully for each and once for the department', () => {
    const whole = unitKpi(rows, department, options);
    expect(unitKpi(rows, unit('qltm'), options).byDateInForce.total.taskIds).toEqual(['t2']);
    expect(whole.byDateInForce.total.count).toBe(8);
    expect([kpi.countingRule, whole.countingRule]).toEqual([
      'fullyForEachLead',
      'onceForTheDepartment',
    ]);
    expect(whole.severalLeads.taskIds).toEqual(['t2']);
  });

  it('judges a focal unit on its reports and not on the result', () => {
    const focal = unitKpi(rows, unit('vp'), options);
    expect(focal.byDateInForce.total.count).toBe(0);
    expect(focal.focalOnly.taskIds).toEqual(['t5']);
    expect(focal.reporting.missing).toMatchObject({ count: 6, taskIds: ['t5'] });
  });

  it('gives median and largest days late', () => {
    expect(kpi.byOriginalDate.daysLate).toMatchObject({
      finished: { medianExact: '15', medianDecimal: '15.0', max: 20 },
      overdue: { medianExact: '1', max: 1 },
      total: 31,
    });
    expect(daySpread([4, 1])).toEqual({ medianExact: '5/2', medianDecimal: '2.5', max: 4 });
    expect(daySpread([])).toEqual({ medianExact: null, medianDecimal: null, max: null });
  });

  it('shows reporting by kind of task', () => {
    const ongoing = rowOfTask(
      't10',
      assigned('2025-04-10', null, ['qlnl'], { kind: 'ongoing' }),
      reported('2025-04', '2025-04-29', '2025-04-30', 'qlnl'),
      reported('2025-05', '2025-06-02', '2025-05-31', 'qlnl'),
    );
    const { reporting, reportingByKind } = unitKpi([...rows, ongoing], unit('qlnl'), options);
    expect(reporting.rate).toMatchObject({ numerator: 1, denominator: 3, exact: '1/3' });
    expect(reportingByKind.ongoing?.late.count).toBe(1);
    expect(reportingByKind.ongoing?.missing.count).toBe(1);
    expect(reportingByKind['one-off']?.due.count).toBe(0);
  });

  it('counts coordination with the unit that was asked, on the tasks of others too', () => {
    const asked = rowOfTask(
      't11',
      assigned('2025-01-10', null),
      ...['r1', 'r2'].map((requestId) =>
        told('CoordinationAsked', '2025-02-01', {
          requestId,
          unitId: 'qlnl',
          answerDueOn: '2025-02-10',
        }),
      ),
      told('CoordinationAnswered', '2025-02-08', { requestId: 'r1', inTime: true }),
    );
    const { coordination } = unitKpi([...rows, asked], unit('qlnl'), options);
    expect(coordination).toMatchObject({
      asked: { count: 2 },
      inTime: { count: 1, taskIds: ['t11'], eventIds: ['e2', 'e4'] },
      overdue: { count: 1 },
      rate: { exact: '1/2' },
    });
  });

  it('gives no rate under the minimum', () => {
    const few = unitKpi(rows, unit('qltm'), { ...options, minimumN: 2 });
    expect(few.byDateInForce.rates.ofDue).toMatchObject({
      numerator: 1,
      denominator: 1,
      status: 'belowMinimum',
      percent: null,
    });
  });

  it('adds up for every unit and day, in whatever order the rows come', () => {
    const day = fc.integer({ min: 1, max: 28 }).chain((date) =>
      fc.integer({ min: 1, max: 12 }).map((month) => {
        const two = (number: number) => String(number).padStart(2, '0');
        return localDate(`2025-${two(month)}-${two(date)}`);
      }),
    );
    fc.assert(
      fc.property(day, fc.shuffledSubarray(rows), (asOf, some) => {
        const scope = unit('qlcn');
        const { byOriginalDate, byDateInForce } = unitKpi(some, scope, { ...options, asOf });
        for (const table of [byOriginalDate, byDateInForce]) {
          const sum = BUCKETS.reduce((total, bucket) => total + table.buckets[bucket].count, 0);
          expect(sum).toBe(table.total.count);
        }
        const sorted = some.toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));
        expect(unitKpi(sorted, scope, { ...options, asOf }).byDateInForce).toEqual(byDateInForce);
      }),
    );
  });
});
