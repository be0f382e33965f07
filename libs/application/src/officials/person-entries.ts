import { marksDecider, type MarksEvent, type MarksFacts } from '@thidua/evaluation';
import type { RecordedEntry } from '@thidua/projections';

type Named<Type extends MarksEvent['type']> = MarksFacts<Type> & { readonly eventIds: string[] };

/** What was entered about a person in a year and stands, each with its event. */
export class PersonEntries {
  private readonly byType = new Map<string, unknown[]>();

  /** `recorded` in log order. */
  constructor(recorded: readonly RecordedEntry[]) {
    const eventIds = new Map(recorded.map(({ eventId, event }) => [event.data.entryId, eventId]));
    const state = recorded.reduce(
      (before, { event }) => marksDecider.evolve(before, event),
      marksDecider.initialState,
    );
    for (const { type, data } of state.entries) {
      const eventId = eventIds.get(data.entryId);
      const named = { ...data, eventIds: eventId === undefined ? [] : [eventId] };
      const known = this.byType.get(type);
      if (known === undefined) this.byType.set(type, [named]);
      else known.push(named);
    }
  }

  of<Type extends MarksEvent['type']>(type: Type): readonly Named<Type>[] {
    return (this.byType.get(type) ?? []) as readonly Named<Type>[];
  }

  /** Entries of the type that name the work. */
  ofWork<Type extends 'UnitsAccepted' | 'ObjectiveCauseConfirmed' | 'WorkHandedOff'>(
    type: Type,
    workId: string,
  ): readonly Named<Type>[] {
    return this.of(type).filter((entry) => entry.workId === workId);
  }
}
