import { describeOnDatabases } from '../testing';
import { assigned, completed, logOf, rowOfTask, told, type Told } from './testing/task-story';
import { taskOutcomes } from './task-outcomes.projection';
import { liveTable } from '../query/live-table';
import { loadTaskOutcomes } from './task-outcomes.queries';

const stories: Readonly<Record<string, readonly Told[]>> = {
  t1: [assigned('2025-01-10', '2025-03-31'), completed('2025-03-20')],
  t2: [
    assigned('2025-01-10', null, ['qlnl', ['vp', 'focal']]),
    told('CoordinationAsked', '2025-02-01', {
      requestId: 'r1',
      unitId: 'qlcn',
      answerDueOn: null,
    }),
  ],
  t3: [assigned('2026-01-10', null, ['qlnl'], { planId: 'p2', year: 2026 })],
};

describeOnDatabases('loading task outcomes', (setting) => {
  const filled = async () => {
    for (const [taskId, story] of Object.entries(stories)) {
      setting.log.record(
        ...logOf(taskId, story).map(({ type, data, stream, metadata }) => {
          return { type, data, stream, occurredAt: metadata.occurredAt };
        }),
      );
    }
    const runner = setting.runner({ projections: [taskOutcomes] });
    await runner.start();
    await runner.waitFor(await setting.log.head(), { timeoutMs: 20_000 });
    return setting.database.pool;
  };

  it('finds rows by year, unit, plan, task and all of them together', async () => {
    const pool = await filled();
    const idsOf = async (filter: Parameters<typeof loadTaskOutcomes>[1]) =>
      (await loadTaskOutcomes(pool, filter)).map(({ taskId }) => taskId);
    expect(await idsOf({})).toEqual(['t1', 't2', 't3']);
    expect(await idsOf({ year: 2025 })).toEqual(['t1', 't2']);
    expect(await idsOf({ unitId: 'qlcn' })).toEqual(['t1', 't2']);
    expect(await idsOf({ unitId: 'vp' })).toEqual(['t2']);
    expect(await idsOf({ planId: 'p2' })).toEqual(['t3']);
    expect(await idsOf({ taskId: 't2' })).toEqual(['t2']);
    expect(await idsOf({ unitId: 'qlnl', year: 2026, planId: 'p1' })).toEqual([]);
  });

  it('gives the row that the fold gave', async () => {
    const pool = await filled();
    const [row] = await loadTaskOutcomes(pool, { taskId: 't1' });
    const folded = rowOfTask('t1', ...stories['t1']!);
    const withoutClock = (facts: typeof folded.facts) =>
      facts.map(({ type, on, data }) => ({ type, on, data }));
    expect({ ...row!, facts: withoutClock(row!.facts) }).toEqual({
      ...folded,
      facts: withoutClock(folded.facts),
    });
  });

  it('has an index for the year, the plan and each list of units', async () => {
    const pool = await filled();
    const { table } = await liveTable(pool, taskOutcomes);
    const { rows } = await pool.query<{ indexdef: string }>(
      `select indexdef from pg_indexes where schemaname = 'read' and tablename = $1`,
      [table.replace(/^read\."|"$/g, '')],
    );
    const definitions = rows.map(({ indexdef }) => indexdef).join('\n');
    for (const column of ['(year)', '(plan_id)', 'gin (lead_unit_ids)', 'gin (asked_unit_ids)']) {
      expect(definitions).toContain(column);
    }
  });
});
