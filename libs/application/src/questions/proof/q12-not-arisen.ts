import { counted, section, taken } from '../frame/findings';
import { filesAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';
import { indicatorsOf } from '../results/q01-outcome-count';

function rowOf({ outcome, assigned, told }: TaskFile, dueTaskIds: readonly string[]) {
  const marked = pick(told, 'TaskNotArisen').at(-1);
  return {
    ...taskOf(outcome),
    condition: assigned.condition,
    reason: marked?.data.reason ?? null,
    onDay: marked?.on ?? null,
    confirmedBy: marked?.actorId ?? null,
    onBehalfOf: marked?.onBehalfOf ?? null,
    isInDenominator: dueTaskIds.includes(outcome.taskId),
    eventIds: [outcome.assignedEventId, ...(marked === undefined ? [] : [marked.eventId])],
  };
}

export const notArisen: QuestionOfFacts = {
  number: 12,
  name: 'not-arisen',
  vi: 'Nhiệm vụ có điều kiện nào không phát sinh, ai xác nhận, và có nằm trong mẫu số không?',
  en: 'Which conditional tasks did not arise, who confirmed it, and do they stand in a denominator?',
  takes: ['plan', 'unit', 'task'],
  reads: ['TaskNotArisen'],
  answer: (facts) => {
    const files = filesAsked(facts);
    const { byDateInForce } = indicatorsOf(
      files.map(({ outcome }) => outcome),
      facts,
    );
    const { doneOnTime, doneLate, openInTime, openOverdue } = byDateInForce.buckets;
    const dated = [doneOnTime, doneLate, openInTime, openOverdue];
    const denominator = dated.flatMap(({ taskIds }) => taskIds);
    const rows = files
      .filter(({ outcome }) => outcome.leftAs === 'notArisen')
      .map((file) => rowOf(file, denominator));
    return {
      figures: [
        counted('notArisen', { vi: 'Không phát sinh', en: 'Not arisen' }, rows),
        counted(
          'inDenominator',
          { vi: 'Trong đó còn nằm trong mẫu số', en: 'Of these in a denominator' },
          rows.filter(({ isInDenominator }) => isInDenominator),
        ),
        taken(
          'denominator',
          { vi: 'Mẫu số: nhiệm vụ có hạn', en: 'Denominator: tasks with a date' },
          {
            count: denominator.length,
            taskIds: denominator,
            eventIds: dated.flatMap(({ eventIds }) => eventIds),
          },
        ),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Nhiệm vụ không phát sinh', en: 'Tasks that did not arise' },
          [
            ...TASK_COLUMNS,
            { field: 'condition', kind: 'text', vi: 'Điều kiện', en: 'Condition' },
            { field: 'onDay', kind: 'day', vi: 'Ngày', en: 'Day' },
            { field: 'confirmedBy', kind: 'person', vi: 'Người xác nhận', en: 'Confirmed by' },
            { field: 'onBehalfOf', kind: 'person', vi: 'Thay cho', en: 'On behalf of' },
            { field: 'reason', kind: 'text', vi: 'Lý do', en: 'Reason' },
            { field: 'isInDenominator', kind: 'flag', vi: 'Trong mẫu số', en: 'In denominator' },
          ],
          rows,
        ),
      ],
    };
  },
};
