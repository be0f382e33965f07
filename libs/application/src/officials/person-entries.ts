import { marksDecider, type MarksEvent, type MarksFacts } from '@thidua/evaluation';
import { fold } from '@thidua/kernel';
import type { RecordedEntry } from '@thidua/projections';

type Named<Type extends MarksEvent['type']> = MarksFacts<Type> & { readonly eventIds: string[] };

type OfWork = 'UnitsAccepted' | 'ObjectiveCauseConfirmed' | 'WorkHandedOff';

/** Only a withdrawal takes an entry away; without one the fold keeps them all as they came. */
function standing(recorded: readonly RecordedEntry[]): readonly MarksEvent[] {
  const events = recorded.map(({ event }) => event);
  return events.some(({ type }) => type === 'EntryWithdrawn')
    ? fold(marksDecider, events).entries
    : events;
}

function under<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** What was entered about a person in a year and stands, each with its event. */
export class PersonEntries {
  private readonly byType = new Map<string, unknown[]>();
  private readonly byWork = new Map<string, unknown[]>();

  /** `recorded` in log order. */
  constructor(recorded: readonly RecordedEntry[]) {
    const eventIds = new Map(recorded.map(({ eventId, event }) => [event.data.entryId, eventId]));
    for (const { type, data } of standing(recorded)) {
      const eventId = eventIds.get(data.entryId);
      const named = { ...data, eventIds: eventId === undefined ? [] : [eventId] };
      under(this.byType, type, named);
      if ('workId' in data) under(this.byWork, `${type} ${data.workId}`, named);
    }
  }

  of<Type extends MarksEvent['type']>(type: Type): readonly Named<Type>[] {
    return (this.byType.get(type) ?? []) as readonly Named<Type>[];
  }

  /** Entries of the type that name the work. */
  ofWork<Type extends OfWork>(type: Type, workId: string): readonly Named<Type>[] {
    return (this.byWork.get(`${type} ${workId}`) ?? []) as readonly Named<Type>[];
  }
}
