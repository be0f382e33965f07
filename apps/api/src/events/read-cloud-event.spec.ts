import { InvalidInput, type FieldFault } from '@thidua/application';
import { readCloudEvent, readCloudEvents } from './read-cloud-event';

const EVENT = {
  specversion: '1.0',
  id: 'e-1',
  source: '/van-ban',
  type: 'vn.thidua.task.WorkStarted',
  subject: '2.1',
};
const structured = (body: unknown) => ({
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
  body,
});
const without = (name: keyof typeof EVENT) =>
  Object.fromEntries(Object.entries(EVENT).filter(([key]) => key !== name));

const faultsOf = (read: () => unknown): readonly FieldFault[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidInput) return error.faults;
    throw error;
  }
  return [];
};

describe('an event that comes in', () => {
  it('in structured mode says when it happened, or nothing', () => {
    const time = '2025-02-03T09:00:00+07:00';
    expect(readCloudEvent(structured({ ...EVENT, time })).time).toBe('2025-02-03T02:00:00.000Z');
    expect(readCloudEvent(structured(EVENT)).time).toBeNull();
    expect(readCloudEvent(structured(JSON.stringify(EVENT))).id).toBe('e-1');
  });

  it('in binary mode has its attributes in headers', () => {
    const headers = Object.fromEntries(
      Object.entries(EVENT).map(([name, value]) => [`ce-${name}`, value]),
    );
    const read = readCloudEvent({
      headers: { ...headers, 'content-type': 'application/json' },
      body: { note: 'ok' },
    });
    expect(read).toMatchObject({ id: 'e-1', subject: '2.1', time: null, data: { note: 'ok' } });
  });

  it.each(['id', 'source', 'type', 'specversion'] as const)('is refused without %s', (name) => {
    expect(faultsOf(() => readCloudEvent(structured(without(name))))).toMatchObject([
      { path: name },
    ]);
  });

  it.each([
    ['subject', { subject: '' }],
    ['time', { time: 'hôm qua' }],
    ['specversion', { specversion: '2.0' }],
    ['type', { type: 5 }],
  ])('is refused when %s is of the wrong form', (path, wrong) => {
    expect(faultsOf(() => readCloudEvent(structured({ ...EVENT, ...wrong })))).toMatchObject([
      { path },
    ]);
  });

  it.each([
    ['a list', [EVENT]],
    ['null', null],
    ['text that is no JSON', '{'],
  ])('is refused when the body is %s', (_name, body) => {
    expect(faultsOf(() => readCloudEvent(structured(body)))).toHaveLength(1);
  });

  it('in a batch is named by its place when at fault, and nothing is read', () => {
    const faults = faultsOf(() => readCloudEvents({ headers: {}, body: [EVENT, without('id')] }));
    expect(faults).toMatchObject([{ path: '1.id' }]);
  });
});
