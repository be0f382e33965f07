import { localDate, ONE, ZERO } from '@thidua/kernel';
import { MEASURES } from './measure-names';
import type { Measure, MeasureEntry, UnitFacts } from './unit-facts';
import { unitTasksOf } from './unit-tasks';

const entry = (taskId: string, state: 'done' | 'overdue' | 'open', times = 0): MeasureEntry => ({
  ...{ taskId, no: taskId, times, because: { code: 'X', vi: '', en: '' } },
  earned: state === 'done' ? ONE : ZERO,
  possible: state === 'open' ? ZERO : ONE,
  eventIds: [`e-${taskId}`],
});

/** Tasks as [id, state, delays without a cause, major errors]. */
function facts(
  ...tasks: readonly (readonly [string, 'done' | 'overdue' | 'open', number, number])[]
) {
  const measure = (entries: readonly MeasureEntry[]): Measure => ({
    ...{ name: 'taskProgress', earned: ZERO, possible: ZERO, entries },
  });
  const measures = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, measure([])]));
  return {
    unit: { unitId: 'qlcn', kind: 'division' },
    year: 2026,
    asOf: localDate('2026-12-31'),
    measures: {
      ...measures,
      taskProgress: measure(tasks.map(([id, state, late]) => entry(id, state, late))),
      taskQuality: measure(tasks.map(([id, state, , errors]) => entry(id, state, errors))),
    },
  } as unknown as UnitFacts;
}

const none = new Map<string, readonly string[]>();

describe('the tasks of a unit as its class counts them', () => {
  it('are those done, well done, behind schedule and exceeded, with their events', () => {
    const measured = facts(
      ['a', 'done', 0, 0],
      ['b', 'done', 1, 0],
      ['c', 'done', 0, 2],
      ['d', 'overdue', 0, 0],
    );
    const exceeded = new Map([
      ['a', ['v-a']],
      ['d', ['v-d']],
      ['x', ['v-x']],
    ]);
    expect(unitTasksOf(measured, exceeded)).toEqual({
      ...{ total: 4, done: 3, onTimeWithQuality: 1, late: 2, exceeded: 1 },
      eventIds: ['e-a', 'e-b', 'e-c', 'e-d', 'v-a'],
    });
  });

  it('leave out what cannot be judged yet, and are missing where nothing can', () => {
    expect(unitTasksOf(facts(['a', 'done', 0, 0], ['b', 'open', 0, 0]), none)?.total).toBe(1);
    expect(unitTasksOf(facts(['b', 'open', 0, 0]), none)).toBeNull();
    expect(unitTasksOf(facts(), none)).toBeNull();
  });
});
