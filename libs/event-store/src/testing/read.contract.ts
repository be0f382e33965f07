import { randomUUID } from 'node:crypto';
import { addDays, instant, localDate, startOfDay } from '@thidua/kernel';
import type { EventStore } from '../event-store';
import { appended, appendTo, newEvent } from './event-builders';
import { expectPositionsAfter, type PositionKind } from './position-kind';

const VIETNAMESE =
  'Nguyễn Thị Hương, Sở Công Thương: ước lượng mức độ hoàn thành “nghiệp vụ” – Đặng Ửng Ỹ 😀';

/** What was appended comes back as it was, in order, from every side. */
export function readContract(store: () => EventStore, kind: PositionKind): void {
  it('gives an event back as it was appended, with its place and time', async () => {
    const stream = `whole-${randomUUID()}`;
    const data = {
      text: VIETNAMESE,
      [VIETNAMESE]: [1, 0.1, -5e-7, true, null, '99.97', { deep: [[]] }],
    };
    const event = newEvent({ data, type: 'PaperFiled', schemaVersion: 3 });
    const { lastPosition } = appended(await store().append(appendTo(stream, { events: [event] })));
    const [recorded] = await store().readStream(stream);
    const { recordedAt, ...rest } = recorded!;
    expect(rest).toEqual({ ...event, stream, revision: 0, position: lastPosition });
    expect(instant(recordedAt)).toBe(recordedAt);
  });

  it('keeps an event of one megabyte', async () => {
    const data = { body: 'Đ'.repeat(524_288) };
    const { stream } = appended(await store().append(appendTo(`big-${randomUUID()}`, { data })));
    expect((await store().readStream(stream))[0]?.data).toEqual(data);
  });

  it('reads a stream from a revision, so many events at most', async () => {
    const stream = `part-${randomUUID()}`;
    await store().append(appendTo(stream, { eventCount: 5 }));
    const part = await store().readStream(stream, { fromRevision: 1, maxCount: 3 });
    expect(part.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(await store().readStream(stream, { fromRevision: 5 })).toEqual([]);
    expect(await store().readStream(`no-${stream}`)).toEqual([]);
  });

  it('gives each of several reads at once its own stream from its own revision', async () => {
    const [one, other] = [`one-${randomUUID()}`, `other stream-${randomUUID()}`];
    await store().append(appendTo(one, { eventCount: 3 }));
    await store().append(appendTo(other, { eventCount: 2 }));
    const reads = [
      { stream: one, fromRevision: 1 },
      { stream: other, fromRevision: 0 },
      { stream: `no-${one}`, fromRevision: 0 },
      { stream: one, fromRevision: 3 },
      { stream: one, fromRevision: 0 },
      { stream: one, fromRevision: 1 },
    ];
    const found = await Promise.all(
      reads.map(({ stream, fromRevision }) => store().readStream(stream, { fromRevision })),
    );
    const places = found.map((events) => events.map(({ stream, revision }) => [stream, revision]));
    expect(places).toEqual([
      [1, 2].map((revision) => [one, revision]),
      [0, 1].map((revision) => [other, revision]),
      ...[[], []],
      [0, 1, 2].map((revision) => [one, revision]),
      [1, 2].map((revision) => [one, revision]),
    ]);
  });

  it('reads the whole log in order without leaving any out, slice after slice', async () => {
    await store().append(appendTo(`slices-${randomUUID()}`, { eventCount: 7 }));
    const head = await store().head();
    const positions: bigint[] = [];
    for (let next = 0n; next < head;) {
      const slice = await store().readAll({ after: next, maxCount: 3 });
      expect(slice.events.length).toBeGreaterThan(0);
      expect(slice.head).toBe(head);
      positions.push(...slice.events.map(({ position }) => position));
      next = slice.next;
    }
    expectPositionsAfter(0n, positions, kind);
    const whole = await store().readAll({ after: 0n, maxCount: 1_000_000 });
    expect(positions).toEqual(whole.events.map(({ position }) => position));
    expect(positions.at(-1)).toBe(head);
    const end = await store().readAll({ after: head, maxCount: 3 });
    expect(end).toEqual({ events: [], next: head, head });
  });

  it('filters by type and moves on past everything else', async () => {
    const [kept, other] = [`Kept${randomUUID()}`, `Other${randomUUID()}`];
    const stream = `filter-${randomUUID()}`;
    const before = await store().head();
    const types = [other, kept, other, other, kept, other];
    const events = types.map((type) => newEvent({ type }));
    await store().append(appendTo(stream, { events }));
    const places = (await store().readStream(stream)).map(({ position }) => position);
    expectPositionsAfter(before, places, kind);
    const first = await store().readAll({ after: before, maxCount: 1, types: [kept] });
    expect(first.events.map(({ position }) => position)).toEqual([places[1]]);
    expect(first.next).toBe(places[1]);
    const rest = await store().readAll({ after: first.next, maxCount: 9, types: [kept, 'Absent'] });
    expect(rest.events.map(({ position }) => position)).toEqual([places[4]]);
    expect(rest).toMatchObject({ next: places[5], head: places[5] });
    const none = await store().readAll({ after: before, maxCount: 2, types: ['Absent'] });
    expect(none).toEqual({ events: [], next: places[5], head: places[5] });
  });

  it('turns a moment into the last position recorded by then', async () => {
    const { lastPosition } = appended(await store().append(appendTo(`moment-${randomUUID()}`)));
    const [event] = (await store().readAll({ after: lastPosition - 1n, maxCount: 1 })).events;
    const recordedAt = event!.recordedAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const later = appended(
      await store().append(appendTo(`moment-${randomUUID()}`, { eventCount: 2 })),
    );
    expect(await store().positionAt(recordedAt)).toBe(lastPosition);
    expect(await store().positionAt(startOfDay(localDate('2000-01-01')))).toBe(0n);
    expect(await store().positionAt(startOfDay(addDays(localDate('2000-01-01'), 99_999)))).toBe(
      later.lastPosition,
    );
  });
}
