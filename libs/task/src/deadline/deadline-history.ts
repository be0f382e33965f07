import type { DocumentReference, LocalDate, RecordedEvent } from '@thidua/kernel';
import type { TaskEvent, TaskFacts } from '../task.events';

/** One fact that set, moved or removed the due date. */
export interface DeadlineChange {
  readonly eventId: string;
  readonly setBy: 'plan' | 'trigger' | 'extension' | 'amendment' | 'correction';
  /** The day it took effect (Asia/Ho_Chi_Minh). */
  readonly on: LocalDate;
  /** The due date before it. */
  readonly from: LocalDate | null;
  /** The due date since; null when the task has none. */
  readonly dueOn: LocalDate | null;
  /** The words of the plan; null but for the first due date. */
  readonly timeText: string | null;
  readonly reason: string | null;
  readonly document: DocumentReference | null;
  /** How the date was counted, with the event that says so; null where it was named as a date. */
  readonly derivation: (TaskFacts<'DeadlineDerived'> & { readonly eventId: string }) | null;
}

type Recorded = RecordedEvent<TaskEvent> & TaskEvent;
type Change = Pick<DeadlineChange, 'setBy' | 'on' | 'dueOn'> & Partial<DeadlineChange>;

/** What an event does to the due date; null when nothing. */
function changeBy(event: TaskEvent): Change | null {
  switch (event.type) {
    case 'TaskAssigned': {
      const { assignedOn: on, dueOn, timeText } = event.data;
      return { setBy: 'plan', on, dueOn, timeText };
    }
    case 'TriggerReceived': {
      const { receivedOn: on, dueOn, document } = event.data;
      return dueOn === null ? null : { setBy: 'trigger', on, dueOn, document };
    }
    case 'DeadlineExtended': {
      const { grantedOn: on, to: dueOn, reason, document } = event.data;
      return { setBy: 'extension', on, dueOn, reason, document };
    }
    case 'TaskAmended': {
      const { amendedOn: on, dueOn, reason, authority: document } = event.data;
      return dueOn === null ? null : { setBy: 'amendment', on, dueOn: dueOn.to, reason, document };
    }
    case 'TaskCorrected': {
      const { correctedOn: on, field, now: dueOn, reason } = event.data;
      return field === 'dueOn' ? { setBy: 'correction', on, dueOn, reason } : null;
    }
    default:
      return null;
  }
}

/**
 * How the due date came to be what it is: from the plan's own through every change, oldest first. The last one is in
 * force. Takes the recorded stream of one task.
 */
export function deadlineHistory(stream: readonly RecordedEvent[]): readonly DeadlineChange[] {
  const changes: DeadlineChange[] = [];
  for (const event of stream as readonly Recorded[]) {
    const last = changes.at(-1);
    if (event.type === 'DeadlineDerived' && last !== undefined) {
      changes[changes.length - 1] = { ...last, derivation: { ...event.data, eventId: event.id } };
      continue;
    }
    const change = changeBy(event);
    if (change === null) continue;
    changes.push({
      eventId: event.id,
      from: last?.dueOn ?? null,
      timeText: null,
      reason: null,
      document: null,
      derivation: null,
      ...change,
    });
  }
  return changes;
}
