import type { LocalDate } from '@thidua/kernel';
import type { TaskEvent, TaskEventType, TaskFacts } from '../task.events';
import type { TaskUrging } from '../task.state';
import type { Evolvers } from './evolver';

type UrgingEventType = Extract<TaskEventType, 'ReminderSent' | 'TaskEscalated'>;

const struck = (
  urging: TaskUrging,
  { timer, countedFrom }: TaskFacts<'ReminderSent'> | TaskFacts<'TaskEscalated'>,
): TaskUrging => ({ ...urging, struck: [...urging.struck, { timer, countedFrom }] });

export const urgingEvolvers: Evolvers<UrgingEventType> = {
  ReminderSent: (task, data) => ({ ...task, urging: struck(task.urging, data) }),
  TaskEscalated: (task, data) => ({ ...task, urging: struck(task.urging, data) }),
};

/** Steps by which work is owed anew, with the day from which it is. */
function owedAnewOn(event: TaskEvent): LocalDate | null {
  switch (event.type) {
    case 'TriggerReceived':
      return event.data.receivedOn;
    case 'ResultReturned':
      return event.data.returnedOn;
    case 'TaskReopened':
      return event.data.onDay;
    case 'DeadlineExtended':
      return event.data.grantedOn;
    case 'TaskAmended':
      return event.data.dueOn === null ? null : event.data.amendedOn;
    case 'TaskCorrected':
      return event.data.field === 'dueOn' ? event.data.correctedOn : null;
    default:
      return null;
  }
}

/** The day on which a step led into its state, where the event says it. */
function enteredOn(event: TaskEvent): LocalDate | null {
  switch (event.type) {
    case 'WorkStarted':
      return event.data.startedOn;
    case 'ResultReported':
      return event.data.reportedOn;
    case 'StepApproved':
      return event.data.approvedOn;
    default:
      return owedAnewOn(event);
  }
}

/** From when the timers of a task count, after one more event. */
export function clockAfter(urging: TaskUrging, event: TaskEvent): TaskUrging {
  const owedSince = owedAnewOn(event) ?? urging.owedSince;
  const isStep = 'transition' in event.data;
  const since = isStep ? enteredOn(event) : urging.enteredOn;
  return owedSince === urging.owedSince && since === urging.enteredOn
    ? urging
    : { ...urging, owedSince, enteredOn: since };
}
