import type { AppendedGroup } from './append-observer';
import { prepareAppend, type PreparedAppend } from './prepared-append';
import { DEFAULT_LIMITS, GroupWriter, type Answer } from './postgres/append/group-writer';
import { appendTo } from './testing';

/** Says no to streams that are named so. */
const answerTo = ({ stream }: PreparedAppend): Answer => {
  if (stream.startsWith('raced')) {
    return { outcome: 'conflict', stream, expected: 'none', actual: 3 };
  }
  if (stream.startsWith('broken')) return new Error('broken');
  const [firstRevision, lastRevision, firstPosition, lastPosition] = [0, 0, 1n, 1n] as const;
  const place = { firstRevision, lastRevision, firstPosition, lastPosition };
  return { outcome: 'appended', stream, repeated: false, ...place };
};

describe('an observer of appends', () => {
  it('is told once of each group: how long its members took, and which were refused', async () => {
    const groups: AppendedGroup[] = [];
    const writer = new GroupWriter(
      (round) => Promise.resolve(round.map(answerTo)),
      DEFAULT_LIMITS,
      (group) => groups.push(group),
    );
    const streams = ['plan-1', 'raced-1', 'raced-2', 'broken-1', 'plan-1'];
    await Promise.allSettled(streams.map((s) => writer.submit(prepareAppend(appendTo(s)))));
    await writer.close();
    expect(groups.map(({ latenciesMs }) => latenciesMs.length)).toEqual([4, 1]);
    expect(groups[0]).toMatchObject({ conflictCount: 2, failureCount: 1 });
    expect(groups[1]).toMatchObject({ conflictCount: 0, failureCount: 0 });
    expect(groups.flatMap(({ latenciesMs }) => latenciesMs).every((ms) => ms > 0)).toBe(true);
  });
});
