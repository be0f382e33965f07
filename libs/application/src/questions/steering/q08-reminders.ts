import { daysBetween } from '@thidua/kernel';
import { counted, section } from '../frame/findings';
import { isTaskAsked, isUnitAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick, type Told } from '../frame/told';

type Reminder = Told<'LeadUnitReminded'>;

/** The first report of the reminded unit that came after the reminder; on the same day the log's order decides. */
const answerTo = (reminder: Reminder, told: readonly Told[]) =>
  pick(told, 'ProgressReported', 'NilReported', 'ResultReported').find(
    ({ data, on, position }) =>
      data.unitId === reminder.data.unitId &&
      (on > reminder.on || (on === reminder.on && position > reminder.position)),
  );

const remindersOf = ({ outcome, told }: TaskFile) =>
  pick(told, 'LeadUnitReminded').map((reminder) => {
    const answer = answerTo(reminder, told);
    return {
      ...taskOf(outcome),
      unitId: reminder.data.unitId,
      remindedOn: reminder.on,
      answerDueOn: reminder.data.answerDueOn,
      answeredOn: answer?.on ?? null,
      daysToAnswer: answer === undefined ? null : daysBetween(reminder.on, answer.on),
      eventIds: [reminder.eventId, ...(answer === undefined ? [] : [answer.eventId])],
    };
  });

export const reminders: QuestionOfFacts = {
  number: 8,
  name: 'reminders',
  vi: 'Văn phòng nhắc bao nhiêu lần, về việc gì, và sau mấy ngày thì đơn vị báo cáo?',
  en: 'How often did the Office remind, about what, and after how many days did the unit report?',
  takes: ['plan', 'unit', 'task'],
  reads: ['LeadUnitReminded', 'ProgressReported', 'NilReported', 'ResultReported'],
  answer: ({ files, request }) => {
    const rows = files
      .filter(({ outcome }) => isTaskAsked(request, outcome.no))
      .flatMap(remindersOf)
      .filter(({ unitId }) => isUnitAsked(request, unitId));
    return {
      figures: [
        counted('reminders', { vi: 'Số lần đôn đốc', en: 'Reminders' }, rows),
        counted(
          'answered',
          { vi: 'Có báo cáo sau đó', en: 'Answered by a report' },
          rows.filter(({ answeredOn }) => answeredOn !== null),
        ),
        counted(
          'unanswered',
          { vi: 'Chưa có báo cáo', en: 'Not answered' },
          rows.filter(({ answeredOn }) => answeredOn === null),
        ),
      ],
      sections: [
        section(
          'reminders',
          { vi: 'Từng lần đôn đốc', en: 'Each reminder' },
          [
            ...TASK_COLUMNS,
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'remindedOn', kind: 'day', vi: 'Đôn đốc ngày', en: 'Reminded on' },
            { field: 'answerDueOn', kind: 'day', vi: 'Đề nghị trả lời', en: 'Answer asked by' },
            { field: 'answeredOn', kind: 'day', vi: 'Báo cáo ngày', en: 'Reported on' },
            { field: 'daysToAnswer', kind: 'number', vi: 'Sau (ngày)', en: 'After (days)' },
          ],
          rows,
        ),
      ],
    };
  },
};
