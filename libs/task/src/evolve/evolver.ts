import type { TaskEventType, TaskFacts } from '../task.events';
import type { NotedEvent, Task } from '../task.state';

/** How one event type changes a task that exists. */
export type Evolver<K extends TaskEventType> = (task: Task, data: TaskFacts<K>) => Task;

export type Evolvers<K extends TaskEventType> = { readonly [P in K]: Evolver<P> };

/** For events that decisions need not know of beyond the state they led to. */
export const unchanged = (task: Task): Task => task;

export const noting = (task: Task, event: NotedEvent): Task => ({
  ...task,
  noted: [...task.noted, event],
});
