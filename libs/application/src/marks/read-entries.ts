import {
  entriesOf,
  marksDecider,
  marksEvents,
  type MarksEvent,
  type MarksFacts,
  type MarksState,
} from '@thidua/evaluation';
import type { RecordedEvent } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';

const BATCH_SIZE = 5_000;

/** Every event of the types up to the position, in log order. */
export async function readUpTo(
  { store }: Pick<ApplicationParts, 'store'>,
  types: readonly string[],
  position: bigint,
): Promise<readonly RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for (let after = 0n; ;) {
    const slice = await store.readAll({ after, maxCount: BATCH_SIZE, types: [...types] });
    found.push(...slice.events.filter((event) => event.position <= position));
    if (slice.next >= position || slice.next >= slice.head) return found;
    after = slice.next;
  }
}

/** One person’s year: the entries in force, and the event behind each entry id. */
export interface PersonEntries {
  readonly state: MarksState;
  readonly eventIds: ReadonlyMap<string, string>;
}

/** Entries of a year, by person, as they were known at the position. */
export async function readEntries(
  parts: Pick<ApplicationParts, 'store'>,
  year: number,
  position: bigint,
): Promise<ReadonlyMap<string, PersonEntries>> {
  const people = new Map<string, { state: MarksState; eventIds: Map<string, string> }>();
  for (const event of await readUpTo(parts, Object.keys(marksEvents), position)) {
    // The types asked for are those of the catalogue, so the data is theirs.
    const { type, data } = event as RecordedEvent<MarksEvent>;
    if (data.year !== year) continue;
    const own = people.get(data.personId) ?? {
      state: marksDecider.initialState,
      eventIds: new Map<string, string>(),
    };
    own.state = marksDecider.evolve(own.state, { type, data } as MarksEvent);
    own.eventIds.set(data.entryId, event.id);
    people.set(data.personId, own);
  }
  return people;
}

export const noEntries: PersonEntries = { state: marksDecider.initialState, eventIds: new Map() };

/** Entries in force of one type, each with its event. */
export const withEvents = <Type extends MarksEvent['type']>(
  { state, eventIds }: PersonEntries,
  type: Type,
): readonly (MarksFacts<Type> & { readonly eventIds: string[] })[] =>
  entriesOf(state, type).map((data) => {
    const eventId = eventIds.get(data.entryId);
    return { ...data, eventIds: eventId === undefined ? [] : [eventId] };
  });
