import { counted, section } from '../frame/findings';
import { filesAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { citation, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';

const extensionsOf = ({ outcome, told }: TaskFile) =>
  pick(told, 'DeadlineExtended').map((extended, index, all) => ({
    ...taskOf(outcome),
    originalDueOn: outcome.byOriginalDate.dueOn,
    time: index + 1,
    times: all.length,
    from: extended.data.from,
    to: extended.data.to,
    grantedOn: extended.data.grantedOn,
    grantedBy: extended.actorId,
    onBehalfOf: extended.onBehalfOf,
    reason: extended.data.reason,
    document: extended.data.document === null ? null : citation(extended.data.document),
    eventIds: [extended.eventId],
  }));

export const extensions: QuestionOfFacts = {
  number: 5,
  name: 'extensions',
  vi: 'Việc nào được lùi hạn, mấy lần, vì sao, ai cho phép và hạn đầu tiên là ngày nào?',
  en: 'Which tasks were given more time, how often, why, by whom, and what was the first due date?',
  takes: ['plan', 'unit', 'task'],
  reads: ['DeadlineExtended'],
  answer: (facts) => {
    const rows = filesAsked(facts).flatMap(extensionsOf);
    return {
      figures: [
        counted('extensions', { vi: 'Số lần gia hạn', en: 'Extensions' }, rows),
        counted(
          'repeated',
          { vi: 'Lần gia hạn thứ hai trở đi', en: 'Second and later extensions' },
          rows.filter(({ time }) => time > 1),
        ),
      ],
      sections: [
        section(
          'extensions',
          { vi: 'Từng lần gia hạn', en: 'Each extension' },
          [
            ...TASK_COLUMNS,
            { field: 'originalDueOn', kind: 'day', vi: 'Hạn đầu', en: 'First due' },
            { field: 'time', kind: 'number', vi: 'Lần', en: 'Time' },
            { field: 'from', kind: 'day', vi: 'Từ', en: 'From' },
            { field: 'to', kind: 'day', vi: 'Đến', en: 'To' },
            { field: 'grantedOn', kind: 'day', vi: 'Cho phép ngày', en: 'Granted on' },
            { field: 'grantedBy', kind: 'person', vi: 'Người cho phép', en: 'Granted by' },
            { field: 'onBehalfOf', kind: 'person', vi: 'Thay cho', en: 'On behalf of' },
            { field: 'document', kind: 'text', vi: 'Văn bản', en: 'Document' },
            { field: 'reason', kind: 'text', vi: 'Lý do', en: 'Reason' },
          ],
          rows,
        ),
      ],
    };
  },
};
