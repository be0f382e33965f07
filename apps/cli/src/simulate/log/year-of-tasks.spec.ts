import { localDate } from '@thidua/kernel';
import { drawLeavers } from '../office/leavers';
import { officeEntries, taskEntries } from '../testing/sample-year';
import type { LogEntry } from './log-entry';
import { officeOfLog } from './office-of-log';
import { yearOfTasks } from './year-of-tasks';

const MARK = 'simulate-2025-7';
const assigned = taskEntries(5);
const after = (stream: string, correlationId: string): LogEntry => ({
  position: '99',
  stream,
  revision: 2,
  type: 'WorkStarted',
  occurredAt: '2025-03-03T01:00:00.000Z',
  correlationId,
  data: {},
});
const ids = (tasks: readonly { readonly taskId: string }[]) => tasks.map(({ taskId }) => taskId);

describe('the tasks a play may touch', () => {
  it('are those of the year that nobody has worked on', () => {
    const year = yearOfTasks([...assigned, after('task-plan1.2', 'a-person')], 2025, MARK);
    expect(ids(year.played)).toEqual(['plan1.0', 'plan1.1', 'plan1.3', 'plan1.4']);
    expect(ids(year.leftAlone)).toEqual(['plan1.2']);
    expect(yearOfTasks(assigned, 2026, MARK).taskCount).toBe(0);
  });

  it('stay the same after the play itself has worked on them, and not after another one', () => {
    const own = yearOfTasks([...assigned, after('task-plan1.2', MARK)], 2025, MARK);
    expect(own.played).toEqual(yearOfTasks(assigned, 2025, MARK).played);
    const other = yearOfTasks([...assigned, after('task-plan1.2', 'simulate-2025-8')], 2025, MARK);
    expect(ids(other.leftAlone)).toEqual(['plan1.2']);
  });

  it('tell whether they were assigned waiting', () => {
    const { played } = yearOfTasks(assigned, 2025, MARK);
    expect(ids(played.filter(({ awaitsTrigger }) => awaitsTrigger))).toEqual(['plan1.4']);
  });

  it('are none of a flow the play does not know', () => {
    const other = assigned.map((each) =>
      each.type === 'TaskAssigned'
        ? { ...each, data: { ...(each.data as object), workflow: { id: 'two-level', version: 1 } } }
        : each,
    );
    expect(yearOfTasks(other, 2025, MARK)).toMatchObject({ played: [], taskCount: 5 });
  });
});

describe('the office a play finds', () => {
  const left = (personId: string, unitId: string, correlationId: string): LogEntry => ({
    ...after(`official-${personId}`, correlationId),
    type: 'PostLeft',
    data: { personId, unitId, post: 'staff', untilOn: '2025-06-30', legalBasis: null },
  });
  const untilOf = (entries: readonly LogEntry[]) =>
    officeOfLog(entries, 2025, MARK)
      .posts.get('p-cn')
      ?.find(({ personId }) => personId === 'p-cn.3')?.untilOn;

  it('reads an end of a post, but not one that the play itself recorded', () => {
    const entries = officeEntries();
    expect(untilOf([...entries, left('p-cn.3', 'p-cn', 'a-person')])).toBe('2025-06-30');
    expect(untilOf([...entries, left('p-cn.3', 'p-cn', MARK)])).toBeNull();
  });

  it('lets go at least one official, between April and October, and never the last of a unit', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const leavers = drawLeavers(seed, 2025, officeOfLog(officeEntries(), 2025, MARK));
      expect(leavers.size).toBeGreaterThan(0);
      for (const day of leavers.values()) {
        expect(day >= localDate('2025-04-01') && day <= localDate('2025-10-31')).toBe(true);
      }
      const units = [...leavers.keys()].map((personId) => personId.split('.')[0]);
      expect(new Set(units).size).toBe(units.length);
    }
  });
});
