import type { TaskEvent, TaskEventType, TaskFacts } from '../task.events';
import type { StepEvent, Task, TaskState } from '../task.state';
import { assignmentEvolvers, begun } from './assignment.evolve';
import type { Evolvers } from './evolver';
import { entered, lifecycleEvolvers } from './lifecycle.evolve';
import { migrationEvolvers } from './migration.evolve';
import { reportingEvolvers } from './reporting.evolve';
import { seriesEvolvers } from './series.evolve';
import { settlingEvolvers } from './settling.evolve';
import { steeringEvolvers } from './steering.evolve';
import { clockAfter, urgingEvolvers } from './urging.evolve';

type LaterEventType = Exclude<TaskEventType, 'TaskAssigned'>;
type EventOf<K extends LaterEventType> = {
  [P in K]: { readonly type: P; readonly data: TaskFacts<P> };
}[K];

const evolvers: Evolvers<LaterEventType> = {
  ...assignmentEvolvers,
  ...lifecycleEvolvers,
  ...migrationEvolvers,
  ...reportingEvolvers,
  ...steeringEvolvers,
  ...urgingEvolvers,
  ...settlingEvolvers,
  ...seriesEvolvers,
};

const isStep = (event: TaskEvent): event is StepEvent =>
  Object.hasOwn(lifecycleEvolvers, event.type);

const applied = <K extends LaterEventType>(task: Task, event: EventOf<K>): Task =>
  evolvers[event.type](task, event.data);

/**
 * The task after one more event. Refuses none: what happened has happened. An event of a type that is not known here
 * leaves the state as it is, so that an older program can read a newer log.
 */
export function evolveTask(state: TaskState, event: TaskEvent): TaskState {
  if (event.type === 'TaskAssigned') return state ?? begun(event.data);
  if (state === null || !Object.hasOwn(evolvers, event.type)) return state;
  const urging = clockAfter(state.urging, event);
  // Most events leave the clock alone, and a long history is folded at every decision.
  const clocked = urging === state.urging ? state : { ...state, urging };
  return applied(isStep(event) ? entered(clocked, event) : clocked, event);
}
