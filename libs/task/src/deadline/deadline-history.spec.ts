import { fold, instant, localDate, type RecordedEvent } from '@thidua/kernel';
import { taskDecider } from '../task.decider';
import type { TaskEvent } from '../task.events';
import { happened, paper, sampleFacts } from '../testing';
import { deadlineHistory } from './deadline-history';
import { deadlineInWords } from './deadline-in-words';

const at = instant('2026-03-10T02:00:00Z');
const actor = { kind: 'system', id: 'thidua', unitId: null, role: null, onBehalfOf: null } as const;
const recorded = (...events: readonly TaskEvent[]): readonly RecordedEvent[] =>
  events.map((event, revision) => ({
    id: `e${revision}`,
    stream: 'task-nv-1',
    revision,
    position: BigInt(revision + 1),
    type: event.type,
    schemaVersion: 1,
    data: event.data,
    metadata: { occurredAt: at, actor, correlationId: 'c', causationId: 'c' },
    recordedAt: at,
  }));
const assigned = happened('TaskAssigned', { timeText: 'Quý II/2026' });
const august = localDate('2026-08-31');

const histories: readonly (readonly [string, readonly TaskEvent[]])[] = [
  ['the plan alone', [assigned]],
  ['a trigger without a date', [assigned, happened('TriggerReceived', { dueOn: null })]],
  ['a trigger with a date', [assigned, happened('TriggerReceived', { dueOn: august })]],
  ['an extension by count', [assigned, happened('DeadlineExtended'), happened('DeadlineDerived')]],
  ['an amendment of the title', [assigned, happened('TaskAmended')]],
  [
    'an amendment that takes the date away',
    [assigned, happened('TaskAmended', { dueOn: { from: null, to: null } })],
  ],
  ['a correction of the date', [assigned, happened('TaskCorrected')]],
  [
    'a correction of another day',
    [assigned, happened('TaskCorrected', { field: 'completedOn', now: august })],
  ],
];

describe('the history of a due date', () => {
  it.each(histories)('ends with the date in force after %s', (_what, events) => {
    const state = fold(taskDecider, events);
    expect(deadlineHistory(recorded(...events)).at(-1)?.dueOn).toBe(state?.dueOn);
  });

  it('names the event behind each date and the one that tells how it was counted', () => {
    const changes = deadlineHistory(
      recorded(assigned, happened('DeadlineExtended'), happened('DeadlineDerived')),
    );
    expect(changes).toMatchObject([
      { eventId: 'e0', setBy: 'plan', from: null, dueOn: '2026-06-30', derivation: null },
      {
        eventId: 'e1',
        setBy: 'extension',
        from: '2026-06-30',
        dueOn: '2026-07-31',
        derivation: { eventId: 'e2', days: 23, unit: 'working' },
      },
    ]);
  });
});

describe('the history in words', () => {
  const words = (...events: readonly TaskEvent[]) =>
    deadlineHistory(recorded(assigned, ...events)).map(deadlineInWords);

  it('quotes the plan and says how an extension was counted', () => {
    const extended = happened('DeadlineExtended', { document: paper });
    expect(words(extended, happened('DeadlineDerived'))).toEqual([
      'Theo kế hoạch giao ngày 15/01/2026: 30/06/2026 (“Quý II/2026”).',
      'Gia hạn ngày 10/03/2026, theo 12/TTr-SCT: từ 30/06/2026 đến 31/07/2026; lý do: Chờ số liệu. ' +
        'Cách tính: 23 ngày làm việc kể từ 30/06/2026, không tính ngày đầu; bỏ qua 04/07/2026 (cuối tuần); ' +
        `lịch ${sampleFacts.DeadlineDerived.calendarVersion}.`,
    ]);
  });

  it('says why a count of calendar days moved on', () => {
    const counted = happened('DeadlineDerived', {
      source: 'trigger',
      unit: 'calendar',
      from: localDate('2026-08-28'),
      days: 5,
      daysOff: [{ on: localDate('2026-09-02'), kind: 'holiday', name: 'Quốc khánh' }],
    });
    const trigger = happened('TriggerReceived', { dueOn: localDate('2026-09-03') });
    expect(words(trigger, counted)[1]).toContain(
      'ngày cuối 02/09/2026 là ngày nghỉ nên chuyển qua 02/09/2026 (Quốc khánh) đến ngày làm việc tiếp theo',
    );
  });

  it('tells of an amendment and a correction', () => {
    const told = words(
      happened('TaskAmended', { dueOn: { from: null, to: null } }),
      happened('TaskCorrected'),
    );
    expect(told.slice(1)).toEqual([
      'Điều chỉnh ngày 10/03/2026, theo 12/TTr-SCT: từ 30/06/2026 thành không có hạn; lý do: Điều chỉnh kế hoạch.',
      'Đính chính ngày 10/03/2026: ghi nhầm không có hạn, đúng là 15/06/2026; lý do: Nhập sai ngày.',
    ]);
  });
});
