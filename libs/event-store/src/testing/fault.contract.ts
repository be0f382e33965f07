import { randomUUID } from 'node:crypto';
import { MalformedAppend, UnstorableText } from '../append-faults';
import type { AppendRequest, EventStore } from '../event-store';
import { appended, appendTo, newEvent } from './event-builders';

const unstorable: readonly (readonly [string, Partial<AppendRequest>])[] = [
  ['NUL in its data', { events: [newEvent({ data: { note: 'a\0b' } })] }],
  ['NUL in a key', { events: [newEvent({ data: { 'a\0b': 1 } })] }],
  ['half a surrogate pair in its data', { events: [newEvent({ data: { note: 'a\ud83d' } })] }],
  ['half a surrogate pair, the other half', { events: [newEvent({ data: ['\udc00'] })] }],
  ['NUL in its type', { events: [newEvent({ type: 'A\0' })] }],
  ['NUL in its fingerprint', { fingerprint: '\0' }],
];
const malformed: readonly (readonly [string, Partial<AppendRequest>])[] = [
  ['no events', { events: [] }],
  ['a command id that is no UUID', { commandId: 'x', events: [newEvent()] }],
  ['an event id that is no UUID', { events: [newEvent({ id: 'x' })] }],
  ['a negative revision', { expected: -1 }],
  ['a revision that is no whole number', { expected: 1.5 }],
];

/** What cannot be stored is refused for its own request only. */
export function faultContract(store: () => EventStore): void {
  const refusalOf = async (parts: Partial<AppendRequest>): Promise<unknown> => {
    const bad = appendTo(`bad-${randomUUID()}`, parts);
    const head = await store().head();
    const refusal: unknown = await store()
      .append(bad)
      .catch((error: unknown) => error);
    expect(await store().head()).toBe(head);
    return refusal;
  };

  it.each(unstorable)('refuses a request with %s', async (_title, parts) => {
    expect(await refusalOf(parts)).toBeInstanceOf(UnstorableText);
  });

  it.each(malformed)('refuses a request with %s', async (_title, parts) => {
    expect(await refusalOf(parts)).toBeInstanceOf(MalformedAppend);
  });

  it('keeps text that only looks like an escaped NUL or surrogate', async () => {
    const data = { note: '\\u0000 \\ud83d \\\\u0000 😀 \u0001' };
    const { stream } = appended(await store().append(appendTo(`kept-${randomUUID()}`, { data })));
    expect((await store().readStream(stream))[0]?.data).toEqual(data);
  });

  it('writes the good requests that come together with bad ones', async () => {
    const group = randomUUID();
    const used = newEvent();
    await store().append(appendTo(`fate-${group}`, { events: [used] }));
    const good = (index: number) =>
      store().append(appendTo(`good-${group}-${index}`, { expected: 'none', eventCount: 2 }));
    const bad = (parts: Partial<AppendRequest>) => store().append(appendTo(`bad-${group}`, parts));
    const results = await Promise.allSettled([
      good(0),
      bad({ events: [newEvent(), used] }),
      good(1),
      bad({ events: [newEvent({ data: '\0' })] }),
      good(2),
      bad({ expected: 7 }),
      good(3),
    ]);
    const states = results.map((result) =>
      result.status === 'rejected' ? 'rejected' : result.value.outcome,
    );
    expect(states).toEqual([
      'appended',
      'rejected',
      'appended',
      'rejected',
      'appended',
      'conflict',
      'appended',
    ]);
    for (const index of [0, 1, 2, 3]) {
      expect(await store().readStream(`good-${group}-${index}`)).toHaveLength(2);
    }
    expect(await store().readStream(`bad-${group}`)).toHaveLength(0);
  });
}
