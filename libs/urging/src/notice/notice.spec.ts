import { instant, type RecordedEvent } from '@thidua/kernel';
import { taskEvents, type TaskEventType } from '@thidua/task';
import { sampleFacts, UNITS } from '@thidua/task/testing';
import { noticeInWords, peopleIn } from './notice-in-words';
import { NOTICE_KINDS, NOTICE_TYPES, noticeOf } from './notice';

const recorded = (type: string, data: unknown): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000001',
  stream: 'task-nv-1',
  revision: 1,
  position: 2n,
  type,
  schemaVersion: 1,
  data,
  metadata: {
    occurredAt: instant('2026-03-10T18:00:00Z'),
    actor: { kind: 'system', id: 'thidua', unitId: null, role: null, onBehalfOf: null },
    correlationId: 'c',
    causationId: 'c',
  },
  recordedAt: instant('2026-03-10T18:00:01Z'),
});
const task = (type: TaskEventType) => noticeOf(recorded(type, sampleFacts[type]));
const briefing = (notReported: readonly object[]) =>
  noticeOf(recorded('BriefingClosed', { month: '2026-02', cutOffOn: '2026-02-28', notReported }));

const nothing = { task: null, timerLabel: null, names: new Map<string, string>() };

const deputy = () =>
  noticeOf(
    recorded('DeputyExpired', {
      ...{ personId: 'cb-001', deputyId: 'cb-003', unitId: null },
      ...{ untilOn: '2026-03-09', expiredOn: '2026-03-10' },
    }),
  );

describe('a notice', () => {
  it.each([
    ['TaskAssigned', { kind: 'assigned', toUnitIds: [UNITS.lead] }],
    ['PersonAssigned', { kind: 'personAssigned', toPersonIds: ['chuyen-vien'] }],
    ['TaskHandedOver', { kind: 'handedOver', toUnitIds: [UNITS.otherLead], toPersonIds: [] }],
    ['ReminderSent', { kind: 'reminder', toPersonIds: ['truong-phong'] }],
    ['CoordinationAsked', { kind: 'coordinationAsked', toUnitIds: [UNITS.coordinating] }],
    ['ResultReturned', { kind: 'returned', toLeads: true, facts: { reason: 'Chưa đủ số liệu' } }],
  ] as const)('of %s goes to whom it concerns', (type, expected) => {
    expect(task(type)).toMatchObject({ ...expected, taskId: 'nv-1', onDay: '2026-03-11' });
  });

  it('is given by the listed types of events and by no other', () => {
    const giving = (Object.keys(taskEvents) as TaskEventType[]).filter(
      (type) => task(type) !== null,
    );
    expect([...giving, 'BriefingClosed', 'DeputyExpired'].sort()).toEqual([...NOTICE_TYPES].sort());
  });

  it('of a closed briefing goes to the units that owe a report, if there are any', () => {
    expect(briefing([{ unitId: 'qltm', taskIds: ['nv-1'] }])).toMatchObject({
      kind: 'briefingClosed',
      taskId: null,
      toUnitIds: ['qltm'],
    });
    expect(briefing([])).toBeNull();
  });

  it('of a deputy whose days are over goes to both, in words', () => {
    const notice = deputy();
    expect(notice).toMatchObject({
      kind: 'deputyExpired',
      taskId: null,
      toPersonIds: ['cb-001', 'cb-003'],
    });
    const names = new Map([['cb-001', 'Nguyễn Văn An']]);
    expect(notice && peopleIn(notice)).toEqual(['cb-001', 'cb-003']);
    // The other one has no name any more.
    expect(notice && noticeInWords(notice, { ...nothing, names })).toEqual({
      title: 'Hết thời hạn ủy quyền',
      lines: [
        'Người ủy quyền: Nguyễn Văn An',
        'Người được ủy quyền: cb-003',
        'Ngày cuối được ủy quyền: 09/03/2026',
      ],
    });
  });

  it('has an addressee and words, whatever it tells of', () => {
    const notices = [
      ...(Object.keys(taskEvents) as TaskEventType[]).flatMap((type) => task(type) ?? []),
      ...[briefing([{ unitId: 'qltm', taskIds: ['nv-1'] }]) ?? []].flat(),
      ...[deputy() ?? []].flat(),
    ];
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(NOTICE_KINDS));
    for (const notice of notices) {
      const { toUnitIds, toPersonIds, toLeads } = notice;
      expect(toLeads || toUnitIds.length + toPersonIds.length > 0).toBe(true);
      expect(noticeInWords(notice, nothing).title).not.toBe('');
    }
  });
});

describe('the words of a notice', () => {
  it('name the task, the timer and the days as people write them', () => {
    const reminder = task('ReminderSent');
    expect(reminder).not.toBeNull();
    expect(
      reminder &&
        noticeInWords(reminder, {
          ...nothing,
          task: { no: '2.1', title: 'Xây dựng báo cáo' },
          timerLabel: 'Còn 1 ngày làm việc đến hạn',
        }),
    ).toEqual({
      title: 'Nhắc hạn nhiệm vụ 2.1: còn 1 ngày làm việc đến hạn',
      lines: [
        'Nhiệm vụ 2.1: Xây dựng báo cáo',
        'Tính từ ngày: 30/06/2026',
        'Ngày đến lượt nhắc: 10/03/2026',
      ],
    });
  });
});
