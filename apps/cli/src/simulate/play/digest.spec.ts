import type { LogEntry } from '../log/log-entry';
import { digestOfStreams } from './digest';

const entry = (stream: string, revision: number, over: Partial<LogEntry> = {}): LogEntry => ({
  position: `${revision + 1}`,
  stream,
  revision,
  type: 'WorkStarted',
  occurredAt: '2025-03-03T01:00:00.000Z',
  correlationId: 'simulate-2025-7',
  data: { a: 1, b: 'hai' },
  ...over,
});

const log = [entry('task-a', 0), entry('task-b', 0), entry('task-a', 1), entry('plan-x', 0)];
const streams = new Set(['task-a', 'task-b']);
const first = digestOfStreams(log, streams);

describe('the digest of a play', () => {
  it('counts the events of the named streams alone', () => {
    expect(first.events).toBe(3);
    expect(digestOfStreams(log.slice(0, 3), streams)).toEqual(first);
  });

  it('does not depend on the order of streams in the log, on positions or on the order of fields', () => {
    const moved = [log[1]!, log[0]!, log[2]!].map((each) => ({
      ...each,
      position: `9${each.position}`,
      correlationId: 'another',
      data: { b: 'hai', a: 1 },
    }));
    expect(digestOfStreams(moved, streams)).toEqual(first);
  });

  it.each([
    ['type', { type: 'TaskAccepted' }],
    ['data', { data: { a: 2, b: 'hai' } }],
    ['time of the act', { occurredAt: '2025-03-04T01:00:00.000Z' }],
    ['revision', { revision: 5 }],
  ])('changes with the %s of any event', (_, change) => {
    const changed = log.map((each, index) => (index === 2 ? { ...each, ...change } : each));
    expect(digestOfStreams(changed, streams).digest).not.toBe(first.digest);
  });

  it('tells ten revisions apart from text order', () => {
    const long = Array.from({ length: 11 }, (_, revision) =>
      entry('task-a', revision, { data: { revision } }),
    );
    expect(digestOfStreams([...long].reverse(), streams)).toEqual(digestOfStreams(long, streams));
  });
});
