import { daysBetween } from '@thidua/kernel';
import { counted, section } from '../frame/findings';
import { filesAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { citation, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';

function waitsOf({ outcome, told }: TaskFile) {
  const awaited = pick(told, 'TriggerAwaited')[0];
  if (awaited === undefined) return [];
  const received = pick(told, 'TriggerReceived').at(-1);
  const { completedOn } = outcome;
  const document = received?.data.document ?? null;
  return [
    {
      ...taskOf(outcome),
      condition: awaited.data.condition,
      awaitedSince: awaited.on,
      receivedOn: received?.on ?? null,
      document: document === null ? null : citation(document),
      completedOn,
      daysToFinish:
        received === undefined || completedOn === null
          ? null
          : daysBetween(received.on, completedOn),
      eventIds: [
        ...new Set([
          awaited.eventId,
          ...(received === undefined ? [] : [received.eventId]),
          ...(completedOn === null ? [] : outcome.byDateInForce.eventIds),
        ]),
      ],
    },
  ];
}

export const waitedForTrigger: QuestionOfFacts = {
  number: 11,
  name: 'waited-for-trigger',
  vi: 'Việc nào phải chờ cấp trên có kế hoạch hoặc hướng dẫn, nhận được khi nào và sau đó bao lâu thì xong?',
  en: 'Which tasks had to wait for a plan or guidance from above, when did it come, and how long after was the task done?',
  takes: ['plan', 'unit', 'task'],
  reads: ['TriggerAwaited', 'TriggerReceived'],
  answer: (facts) => {
    const rows = filesAsked(facts).flatMap(waitsOf);
    return {
      figures: [
        counted('waited', { vi: 'Phải chờ', en: 'Had to wait' }, rows),
        counted(
          'stillWaiting',
          { vi: 'Còn đang chờ', en: 'Still waiting' },
          rows.filter(({ receivedOn, completedOn }) => receivedOn === null && completedOn === null),
        ),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Nhiệm vụ phải chờ', en: 'Tasks that waited' },
          [
            ...TASK_COLUMNS,
            { field: 'condition', kind: 'text', vi: 'Chờ', en: 'Waited for' },
            { field: 'awaitedSince', kind: 'day', vi: 'Từ ngày', en: 'Since' },
            { field: 'receivedOn', kind: 'day', vi: 'Nhận ngày', en: 'Received on' },
            { field: 'document', kind: 'text', vi: 'Văn bản', en: 'Document' },
            { field: 'completedOn', kind: 'day', vi: 'Xong ngày', en: 'Done on' },
            { field: 'daysToFinish', kind: 'number', vi: 'Sau (ngày)', en: 'After (days)' },
          ],
          rows,
        ),
      ],
    };
  },
};
