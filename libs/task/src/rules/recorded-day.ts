import type { LocalDate } from '@thidua/kernel';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';

type CorrectedField = Asked<'CorrectTask'>['field'];

/** The event types that set a day which can be corrected; some do so only now and then. */
const BEARERS: Readonly<Record<CorrectedField, readonly TaskEvent['type'][]>> = {
  completedOn: ['TaskCompleted', 'OngoingClosed'],
  dueOn: ['TaskAssigned', 'TriggerReceived', 'DeadlineExtended', 'TaskAmended'],
};

/** The day an event set; undefined when it set none. */
function daySetBy(event: TaskEvent, field: CorrectedField): LocalDate | null | undefined {
  if (field === 'completedOn') {
    if (event.type === 'TaskCompleted') return event.data.completedOn;
    return event.type === 'OngoingClosed' ? event.data.closedOn : undefined;
  }
  switch (event.type) {
    case 'TaskAssigned':
      return event.data.dueOn;
    case 'TriggerReceived':
      return event.data.dueOn ?? undefined;
    case 'DeadlineExtended':
      return event.data.to;
    case 'TaskAmended':
      return event.data.dueOn?.to;
    default:
      return undefined;
  }
}

/**
 * The day that a correction would replace: what the event named says, or what it was last corrected to. When nobody
 * looked the event up, the day in force is meant.
 * @throws EVENT_NOT_OF_TASK, EVENT_LACKS_FIELD
 */
export function recordedDay(
  { task, context: { named } }: Acting,
  { eventId, field }: Pick<Asked<'CorrectTask'>, 'eventId' | 'field'>,
): LocalDate | null {
  if (named === null) return task[field];
  const event = named.events.get(eventId);
  if (event === undefined) return reject('EVENT_NOT_OF_TASK', { field: 'eventId', eventId });
  const set = daySetBy(event, field);
  if (set === undefined) {
    const facts = { lacking: field, bearers: BEARERS[field] };
    return reject('EVENT_LACKS_FIELD', { field: 'eventId', eventId, type: event.type, ...facts });
  }
  const last = [...named.events.values()].findLast(
    (other) => other.type === 'TaskCorrected' && other.data.eventId === eventId,
  );
  return last?.type === 'TaskCorrected' ? last.data.now : set;
}
