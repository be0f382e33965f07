import { taskEvents } from '@thidua/task';
import { foldTask, longTaskLife } from './task-life';

describe('the long life of a task', () => {
  const { events } = longTaskLife(100);

  it('has as many events as asked for, each as the log would take it', () => {
    expect(events).toHaveLength(100);
    for (const { type, data } of events) {
      const { data: schema } = taskEvents[type as keyof typeof taskEvents];
      expect(schema.safeParse(data).error).toBeUndefined();
    }
  });

  it('ends in the state that the task folds to', () => {
    expect(foldTask(events)).toMatchObject({ state: 'inProgress', dueOn: '2026-04-15' });
  });
});
