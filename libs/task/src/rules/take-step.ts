import type { LocalDate } from '@thidua/kernel';
import {
  findTransition,
  takeTransition,
  type Requirement,
  type TransitionDefinition,
} from '@thidua/workflow';
import { evolveTask } from '../evolve/evolve-task';
import { sameFacts } from '../same-facts';
import type { StepCommandType } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import type { StepEvent, Task } from '../task.state';
import { requireNotBefore } from './checks';
import { guardHolds } from './guards';
import { refuseByFlow } from './refuse-by-flow';

/** The part of a step event that says which transition was taken. */
export type Step = Pick<TaskFacts<'WorkStarted'>, 'transition' | 'from' | 'to'>;

export interface StepRequest {
  readonly command: StepCommandType;
  readonly given: readonly Requirement[];
  readonly event: (step: Step) => StepEvent;
}

/**
 * The day before which the next step cannot have happened. The start of work and the wait for a trigger set none: the
 * first is often recorded by a report typed in later, the second has no day of its own.
 */
const stepDays: { [K in StepEvent['type']]: (data: TaskFacts<K>) => LocalDate | null } = {
  TriggerAwaited: () => null,
  WorkStarted: () => null,
  TriggerReceived: ({ receivedOn }) => receivedOn,
  ResultReported: ({ reportedOn }) => reportedOn,
  StepApproved: ({ approvedOn }) => approvedOn,
  ResultReturned: ({ returnedOn }) => returnedOn,
  TaskCompleted: ({ verifiedOn }) => verifiedOn,
  TaskNotArisen: ({ onDay }) => onDay,
  TaskCancelled: ({ onDay }) => onDay,
  TaskSuperseded: ({ onDay }) => onDay,
  TaskReopened: ({ onDay }) => onDay,
  OngoingClosed: ({ closedOn }) => closedOn,
};

const dayOf = <K extends StepEvent['type']>(
  event: {
    [P in K]: { readonly type: P; readonly data: TaskFacts<P> };
  }[K],
): LocalDate | null => stepDays[event.type](event.data);

/** The day the task came into its state, where the step has one. */
export const dayEntered = ({ enteredBy }: Task): LocalDate | null =>
  enteredBy === null ? null : dayOf(enteredBy);

const stepAlong = ({ name, to }: TransitionDefinition, from: string): Step => ({
  transition: name,
  from,
  to,
});

/** Counting attempts is ours, not the caller's, so it does not make a repeated command a different one. */
const claimOf = ({ data }: StepEvent) => ({ ...data, attempt: null });

/** True when the task stands where it does because of this very command, given by somebody who may give it. */
function isRepeated({ task, context, roles }: Acting, { command, event }: StepRequest): boolean {
  const { enteredBy } = task;
  if (enteredBy === null) return false;
  const { transition, from, to } = enteredBy.data;
  const taken = context.workflow.transitions.find(({ name }) => name === transition);
  if (taken?.command !== command || !taken.by.some((role) => roles.has(role))) return false;
  return sameFacts(claimOf(event({ transition, from, to })), claimOf(enteredBy));
}

/**
 * The one event of a step, or nothing when the command is only repeated.
 * @throws TRANSITION_NOT_ALLOWED, ROLE_NOT_ALLOWED, REQUIREMENT_MISSING, GUARD_FAILED or OCCURRED_TOO_EARLY.
 */
export function takeStep(acting: Acting, request: StepRequest): readonly StepEvent[] {
  const { task, context, roles } = acting;
  const { command, given, event } = request;
  const isPossible = findTransition(context.workflow, task.state, command) !== null;
  if (!isPossible && isRepeated(acting, request)) return [];
  const answer = takeTransition(context.workflow, {
    state: task.state,
    command,
    roles,
    given: new Set(given),
    guards: (guard) => guardHolds(acting, guard),
  });
  if ('refusal' in answer) return refuseByFlow(answer.refusal);
  const earliestOn = dayEntered(task);
  if (earliestOn !== null) requireNotBefore(context, earliestOn);
  return [event(stepAlong(answer.transition, task.state))];
}

/**
 * The start of work, recorded with the first report when nobody recorded it before; nothing when the flow has no start
 * from this state. Whoever may report may thereby start, so no role is asked for.
 */
export function beginWork(acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const transition = findTransition(context.workflow, task.state, 'StartWork');
  if (transition === null) return [];
  const step = stepAlong(transition, task.state);
  return [{ type: 'WorkStarted', data: { taskId: task.taskId, ...step, startedOn: context.on } }];
}

/** The same decision one or more events later. */
export function after(acting: Acting, events: readonly TaskEvent[]): Acting {
  const task = events.reduce(evolveTask, acting.task);
  return task === null ? acting : { ...acting, task };
}
