import { randomUUID } from 'node:crypto';
import {
  CommandIdReused,
  EventIdReused,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
} from '../event-store';
import { appended, appendTo, newEvent } from './event-builders';

type Expectation = readonly [expected: ExpectedRevision, isMet: boolean];

const onMissing: readonly Expectation[] = [
  ['none', true],
  ['any', true],
  ['exists', false],
  [0, false],
  [3, false],
];
const onTwoEvents: readonly Expectation[] = [
  [1, true],
  ['any', true],
  ['exists', true],
  ['none', false],
  [0, false],
  [2, false],
];

type Append = (store: EventStore, request: AppendRequest) => Promise<AppendResult>;

const alone: Append = (store, request) => store.append(request);
/** Stores may write requests that come together as one group. */
const inCompany: Append = async (store, request) => {
  const company = () => store.append(appendTo(`company-${randomUUID()}`));
  const [, , result] = await Promise.all([company(), company(), store.append(request), company()]);
  return result;
};

/** Expectations, and the answers given to a command and to its retries. */
export function appendContract(store: () => EventStore): void {
  describe('a request alone', () => {
    answersContract((request) => alone(store(), request), store);
  });
  describe('a request in company', () => {
    answersContract((request) => inCompany(store(), request), store);
  });

  it('answers the same command sent twice at once with one write', async () => {
    const request = appendTo(`twice-${randomUUID()}`, { expected: 'none' });
    const results = await Promise.all([store().append(request), store().append(request)]);
    expect(results.map((result) => appended(result).repeated).sort()).toEqual([false, true]);
    expect(await store().readStream(request.stream)).toHaveLength(1);
  });
}

function answersContract(
  append: (request: AppendRequest) => Promise<AppendResult>,
  store: () => EventStore,
): void {
  it.each(onMissing)('checks %p on a stream that does not exist: %p', async (expected, isMet) => {
    const stream = `missing-${randomUUID()}`;
    const result = await append(appendTo(stream, { expected }));
    expect(result).toMatchObject(
      isMet
        ? { outcome: 'appended', firstRevision: 0, lastRevision: 0, repeated: false }
        : { outcome: 'conflict', stream, expected, actual: null },
    );
    expect(await store().readStream(stream)).toHaveLength(isMet ? 1 : 0);
  });

  it.each(onTwoEvents)('checks %p on a stream of two events: %p', async (expected, isMet) => {
    const stream = `present-${randomUUID()}`;
    await append(appendTo(stream, { eventCount: 2 }));
    const result = await append(appendTo(stream, { expected, eventCount: 3 }));
    expect(result).toMatchObject(
      isMet
        ? { outcome: 'appended', firstRevision: 2, lastRevision: 4 }
        : { outcome: 'conflict', stream, expected, actual: 1 },
    );
    expect(await store().readStream(stream)).toHaveLength(isMet ? 5 : 2);
  });

  it('answers a repeated command with the first answer and writes nothing', async () => {
    const stream = `repeated-${randomUUID()}`;
    const request = appendTo(stream, { expected: 'none', eventCount: 2 });
    const first = appended(await append(request));
    await append(appendTo(stream));
    expect(await append(request)).toEqual({ ...first, repeated: true });
    expect(await append({ ...request, stream: `other-${stream}` })).toEqual({
      ...first,
      repeated: true,
    });
    expect(await store().readStream(stream)).toHaveLength(3);
    expect(await store().readStream(`other-${stream}`)).toHaveLength(0);
  });

  it('finds a command it has written, and none that met a conflict', async () => {
    const stream = `found-${randomUUID()}`;
    const written = appendTo(stream, { eventCount: 2, fingerprint: 'asked' });
    const refused = appendTo(stream, { expected: 'none' });
    const first = appended(await append(written));
    await append(refused);
    expect(await store().findCommand(written.commandId)).toEqual({
      fingerprint: 'asked',
      appended: { ...first, repeated: true },
    });
    expect(await store().findCommand(refused.commandId)).toBeNull();
  });

  it('lets a command that met a conflict try again under its id', async () => {
    const stream = `again-${randomUUID()}`;
    const request = appendTo(stream, { expected: 'exists' });
    expect(await append(request)).toMatchObject({ outcome: 'conflict' });
    await append(appendTo(stream));
    expect(await append(request)).toMatchObject({ outcome: 'appended', firstRevision: 1 });
  });

  it('refuses another request under a used command id', async () => {
    const request = appendTo(`command-${randomUUID()}`);
    await append(request);
    const other = appendTo(request.stream, { commandId: request.commandId, fingerprint: 'other' });
    await expect(append(other)).rejects.toBeInstanceOf(CommandIdReused);
  });

  it('refuses an event id of another command and names it', async () => {
    const stream = `event-${randomUUID()}`;
    const used = newEvent();
    await append(appendTo(stream, { events: [used] }));
    const again = appendTo(stream, {
      events: [newEvent(), { ...used, id: used.id.toUpperCase() }],
    });
    const refusal = append(again);
    await expect(refusal).rejects.toBeInstanceOf(EventIdReused);
    await expect(refusal).rejects.toMatchObject({ eventId: used.id });
    expect(await store().readStream(stream)).toHaveLength(1);
  });

  it('refuses two events with one id in the same request', async () => {
    const twin = newEvent();
    const request = appendTo(`twins-${randomUUID()}`, { events: [twin, { ...twin, type: 'B' }] });
    await expect(append(request)).rejects.toBeInstanceOf(EventIdReused);
    expect(await store().readStream(request.stream)).toHaveLength(0);
  });
}
