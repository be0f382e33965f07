import type { StepEvent, Task } from '../task.state';
import { unchanged, type Evolvers } from './evolver';

/** The state comes from the event itself: it was true under the definition of that day, and stays so. */
export const entered = (task: Task, event: StepEvent): Task => ({
  ...task,
  state: event.data.to,
  enteredBy: event,
});

/** What a step means beside the state it leads to. */
export const lifecycleEvolvers: Evolvers<StepEvent['type']> = {
  TriggerAwaited: (task, { condition }) => ({ ...task, condition }),
  TriggerReceived: (task, { dueOn }) => ({ ...task, dueOn: dueOn ?? task.dueOn }),
  WorkStarted: unchanged,
  ResultReported: (task, data) => ({ ...task, result: data, resultAttempts: data.attempt }),
  StepApproved: unchanged,
  ResultReturned: (task) => ({ ...task, result: null }),
  TaskCompleted: (task, { completedOn }) => ({ ...task, completedOn }),
  OngoingClosed: (task, { closedOn }) => ({ ...task, completedOn: closedOn }),
  TaskNotArisen: unchanged,
  TaskCancelled: unchanged,
  TaskSuperseded: unchanged,
  TaskReopened: (task) => ({ ...task, result: null, completedOn: null }),
};
