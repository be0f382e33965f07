import { localDate, type LocalDate } from '@thidua/kernel';
import { liveTable } from '../../query/live-table';
import { tallyOf } from '../../runtime/tallies/tally-table';
import { describeOnDatabases } from '../../testing';
import { kpiOf, outcomesOf, type KpiScope } from '../kpi/unit-kpi';
import { taskOutcomes } from '../task-outcomes.projection';
import { loadTaskOutcomes } from '../task-outcomes.queries';
import {
  assigned,
  completed,
  extended,
  logOf,
  reopened,
  reported,
  told,
} from '../testing/task-story';
import { countsOfKpi } from './counts-of-kpi';
import type { KpiCounts } from './kpi-counts';
import { loadKpiCounts } from './tally.queries';

const SCOPES: readonly KpiScope[] = [
  { of: 'department' },
  ...['qlcn', 'qltm', 'vp'].map((unitId) => ({ of: 'unit', unitId }) as const),
];
const DAYS = ['2025-01-31', '2025-04-01', '2025-05-15', '2025-08-20', '2026-03-31'].map(localDate);

const stories = [
  [assigned('2025-01-10', '2025-03-31'), completed('2025-03-20')],
  [
    assigned('2025-01-10', '2025-03-31', ['qlcn', 'qltm']),
    reported('2025-01', '2025-01-25', '2025-01-25'),
    completed('2025-04-10'),
    reopened('2025-05-02'),
  ],
  [
    assigned('2025-02-01', '2025-03-31', ['qltm', ['vp', 'focal']]),
    extended('2025-03-15', '2025-03-31', '2025-04-30'),
    told('CoordinationAsked', '2025-04-01', {
      ...{ requestId: 'r', unitId: 'qlcn', answerDueOn: '2025-04-10' },
    }),
  ],
  [assigned('2025-02-01', null, ['vp']), told('TaskCancelled', '2025-05-10')],
];

describeOnDatabases('the sums of the task outcomes', (setting) => {
  const started = async () => {
    const runner = setting.runner({ projections: [taskOutcomes] });
    await runner.start();
    let played = 0;
    return {
      runner,
      /** Event after event in turns, so that every task changes many times. */
      record: async (options: { readonly times: number }) => {
        for (const last = played + options.times; played < last; played++) {
          stories.forEach((story, index) => {
            const events = logOf(`t${played}-${index}`, story).map(
              ({ type, data, stream, metadata }) => {
                return { type, data, stream, occurredAt: metadata.occurredAt };
              },
            );
            setting.log.record(...events);
          });
        }
        await runner.waitFor(await setting.log.head(), { timeoutMs: 20_000 });
      },
    };
  };

  const counted = async (asOf: LocalDate): Promise<readonly KpiCounts[]> => {
    const view = { year: 2025, asOf, minimumN: 1 };
    const outcomes = outcomesOf(
      await loadTaskOutcomes(setting.database.pool, { year: 2025 }),
      view,
    );
    return SCOPES.map((scope) => countsOfKpi(kpiOf(outcomes, scope, view)));
  };
  const summed = (asOf: LocalDate): Promise<readonly KpiCounts[]> =>
    loadKpiCounts(setting.database.pool, SCOPES, { year: 2025, asOf, minimumN: 1 });

  it('give what counting the tasks one by one gives, on every day', async () => {
    const { record } = await started();
    await record({ times: 7 });
    for (const asOf of DAYS) expect(await summed(asOf)).toEqual(await counted(asOf));
    const [department] = await summed(localDate('2025-05-15'));
    expect(department).toMatchObject({
      byDateInForce: { total: 28, buckets: { doneOnTime: 7, openOverdue: 14, notArisen: 7 } },
    });
  });

  it('are rebuilt with their rows, and one forged by hand is found', async () => {
    const { record, runner } = await started();
    await record({ times: 3 });
    expect(await runner.repairs.rebuildCheck('task_outcomes')).toMatchObject({ isEqual: true });
    const { table } = await liveTable(setting.database.pool, taskOutcomes);
    const forge = `update ${tallyOf(table)} set amounts = jsonb_set(amounts, '{0}', '99')
      where key = (select min(key) from ${tallyOf(table)})`;
    await setting.database.pool.query(forge);
    const check = await runner.repairs.rebuildCheck('task_outcomes');
    expect(check).toMatchObject({ isEqual: false, differenceCount: 1 });
    expect(check.differences[0]?.key).toMatch(/^tally:/);
    await runner.repairs.rebuild('task_outcomes');
    expect(await runner.repairs.rebuildCheck('task_outcomes')).toMatchObject({ isEqual: true });
    const day = localDate('2025-08-20');
    expect(await summed(day)).toEqual(await counted(day));
  });

  it('take hardly more room however often they change', async () => {
    const { record } = await started();
    await record({ times: 1 });
    const { table } = await liveTable(setting.database.pool, taskOutcomes);
    const bytes = async (): Promise<number> => {
      const sql = `select pg_table_size('${tallyOf(table)}') + pg_indexes_size('${tallyOf(table)}') as bytes`;
      return Number((await setting.database.pool.query<{ bytes: string }>(sql)).rows[0]?.bytes);
    };
    const few = await bytes();
    for (let turn = 0; turn < 25; turn++) await record({ times: 1 });
    // Whoever reads at that moment may keep a few old versions on their page.
    expect((await bytes()) / few).toBeLessThan(2);
  });

  it('refuse a day beyond what they know', async () => {
    await started();
    await expect(summed(localDate('2026-04-01'))).rejects.toBeInstanceOf(RangeError);
  });
});
