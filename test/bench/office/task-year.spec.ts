import { taskDecider, taskEvents, type TaskEvent } from '@thidua/task';
import { fold } from '@thidua/kernel';
import { taskOfYear, tasksForEvents } from './task-year';

const MANY = 60;

describe('the tasks of a year', () => {
  const tasks = Array.from({ length: MANY }, (_, index) => taskOfYear(2025, index));
  const stateOf = (index: number) =>
    fold(taskDecider, (tasks[index]?.events ?? []) as unknown as readonly TaskEvent[]);

  it('are told in events as the log would take them', () => {
    for (const { type, data } of tasks.flatMap(({ events }) => events)) {
      const { data: schema } = taskEvents[type as keyof typeof taskEvents];
      expect(schema.safeParse(data).error).toBeUndefined();
    }
  });

  it('end in every way a task may: open, done, and done after a return', () => {
    const states = new Set(tasks.map((_, index) => (stateOf(index) as { state: string }).state));
    expect([...states].sort()).toEqual(['assigned', 'completed']);
    expect(tasks.some(({ events }) => events.some(({ type }) => type === 'ResultReturned'))).toBe(
      true,
    );
  });

  it('are as many as it takes for a number of events', () => {
    const count = tasks.reduce((sum, { events }) => sum + events.length, 0);
    expect(tasksForEvents(count)).toBe(MANY);
  });
});
