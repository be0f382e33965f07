import { localDate } from '@thidua/kernel';
import { happened } from '@thidua/task/testing';
import { recorded, specifyProjection } from '../testing';
import { notices } from './notices.projection';
import { noticesRead } from './notices-read.projection';

describe('the notices', () => {
  it('are one row for each event that tells somebody something', () => {
    const events = recorded([
      happened('TaskAssigned'),
      happened('WorkStarted'),
      happened('ReminderSent'),
    ]);
    const rows = events.flatMap((event) =>
      notices.keysOf(event).map((key) => [key, notices.evolve(null, event, key)] as const),
    );
    expect(rows).toEqual([
      [events[0]?.id, expect.objectContaining({ kind: 'assigned', taskId: 'nv-1' })],
      [events[2]?.id, expect.objectContaining({ kind: 'reminder', toPersonIds: ['truong-phong'] })],
    ]);
  });
});

describe('the notices that were read', () => {
  it('keep the first day of each person and notice', () => {
    const [first, later] = [localDate('2025-10-03'), localDate('2025-10-06')];
    const read = (noticeIds: string[], readOn: typeof first) => ({
      type: 'NoticesRead' as const,
      data: { personId: 'cb-001', noticeIds, readOn },
    });
    specifyProjection(noticesRead)
      .given(read(['a', 'b'], first), read(['b', 'c'], later))
      .thenRowsMatching({
        'cb-001/a': { noticeId: 'a', readOn: first },
        'cb-001/b': { noticeId: 'b', readOn: first },
        'cb-001/c': { noticeId: 'c', readOn: later },
      });
  });
});
