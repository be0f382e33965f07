import { randomUUID } from 'node:crypto';
import { eventIdOf, type EventStore } from '@thidua/event-store';
import { instant, type Json } from '@thidua/kernel';
import { runSlice } from '../measure/slice';
import { MONTHS, monthOf, staffOf, type StreamStory } from './official-month';

const WRITERS = 64;

async function append(store: EventStore, story: StreamStory, at: string): Promise<void> {
  const commandId = randomUUID();
  const actor = {
    kind: 'service',
    id: 'nhap',
    unitId: null,
    role: null,
    onBehalfOf: null,
  } as const;
  const metadata = { occurredAt: instant(at), actor, correlationId: commandId };
  const result = await store.append({
    ...{ stream: story.stream, expected: 'any', commandId, fingerprint: commandId },
    events: story.events.map(({ type, data }, place) => ({
      ...{ id: eventIdOf(commandId, place), type, schemaVersion: 1, data: data as Json },
      metadata: { ...metadata, causationId: commandId },
    })),
  });
  if (result.outcome !== 'appended') throw new Error(`${story.stream}: ${result.outcome}`);
}

async function appendAll(
  store: EventStore,
  stories: Iterator<StreamStory>,
  appendCount: number,
  at: string,
): Promise<number> {
  let eventCount = 0;
  await runSlice({ appendCount, writers: WRITERS, eventsPerAppend: 1 }, async () => {
    const { value, done } = stories.next();
    if (done === true) return;
    await append(store, value, at);
    eventCount += value.events.length;
  });
  return eventCount;
}

function* storiesOf(place: number, peopleCount: number): Generator<StreamStory> {
  for (let person = 0; person < peopleCount; person += 1) yield* monthOf(person, place);
}

/**
 * Appends a province's year through the port, month after month over all people, so that everybody's events lie scattered
 * over the log as they would in life.
 * @returns the number of events of the year; those of the directory are not counted.
 */
export async function fillProvince(store: EventStore, peopleCount: number): Promise<number> {
  const staff = staffOf(peopleCount);
  await appendAll(store, staff[Symbol.iterator](), staff.length, '2025-01-02T01:00:00Z');
  let eventCount = 0;
  for (const [place, period] of MONTHS.entries()) {
    const stories = storiesOf(place, peopleCount);
    const each = monthOf(0, place).length;
    eventCount += await appendAll(store, stories, each * peopleCount, `${period}-28T02:00:00Z`);
  }
  return eventCount;
}
