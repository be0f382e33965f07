import { randomUUID } from 'node:crypto';
import type { Position, RecordedEvent } from '@thidua/kernel';
import type { EventStore } from '../event-store';
import { appendTo } from './event-builders';
import { expectPositionsAfter, type PositionKind } from './position-kind';

const WRITER_COUNT = 32;
const APPENDS_PER_WRITER = 15;
const HOT_STREAM_COUNT = 8;

/** Reads the log as it grows, until it has seen the position. */
async function tail(
  store: EventStore,
  after: Position,
  until: Promise<Position>,
): Promise<readonly RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  let [next, end]: [Position, Position | null] = [after, null];
  void until.then((position) => (end = position));
  while (end === null || next < end) {
    const slice = await store.readAll({ after: next, maxCount: 17 });
    seen.push(...slice.events);
    next = slice.next;
    if (slice.events.length === 0) await store.wake(next, { timeoutMs: 20 });
  }
  return seen;
}

/** One command that insists on the exact revision and tries again until it wins; returns its first event's id. */
async function insist(store: EventStore, stream: string): Promise<string> {
  for (let actual: number | null = null; ;) {
    const request = appendTo(stream, { expected: actual ?? 'none', eventCount: 2 });
    const result = await store.append(request);
    if (result.outcome === 'appended') return request.events[0]!.id;
    actual = result.actual;
  }
}

/** Many writers on few streams while somebody reads along. */
export function concurrencyContract(store: () => EventStore, kind: PositionKind): void {
  it('shows a live reader every event once, in order, whatever the writers do', async () => {
    const run = randomUUID();
    const start = await store().head();
    const writers = Promise.all(
      Array.from({ length: WRITER_COUNT }, async (_, writer) => {
        const won: string[] = [];
        for (let round = 0; round < APPENDS_PER_WRITER; round++) {
          const stream = `hot${run}-${(writer + round) % HOT_STREAM_COUNT}`;
          won.push(await insist(store(), stream));
        }
        return won;
      }),
    );
    const seen = await tail(
      store(),
      start,
      writers.then(() => store().head()),
    );
    const won = (await writers).flat();

    const count = WRITER_COUNT * APPENDS_PER_WRITER * 2;
    expect(seen).toHaveLength(count);
    expectPositionsAfter(
      start,
      seen.map(({ position }) => position),
      kind,
    );
    const seenIds = new Set(seen.map(({ id }) => id));
    expect(seenIds.size).toBe(count);
    expect(won.filter((id) => !seenIds.has(id))).toEqual([]);
    for (const stream of new Set(seen.map((event) => event.stream))) {
      const revisions = seen.filter((event) => event.stream === stream).map((e) => e.revision);
      expect(revisions).toEqual(revisions.map((_, index) => index));
    }
    const times = seen.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
  });
}
