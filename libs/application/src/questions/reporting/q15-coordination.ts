import type { Coordination, CoordinationStatus } from '@thidua/projections';
import { counted, idsOf, section } from '../frame/findings';
import { isTaskAsked, isUnitAsked, type QuestionOfFacts } from '../frame/question';
import { TASK_COLUMNS, taskOf } from '../frame/task-rows';

const STATUS_VALUES: Readonly<Record<CoordinationStatus, string>> = {
  inTime: 'đúng hạn',
  late: 'muộn',
  undated: 'có trả lời, không đặt hạn',
  overdue: 'quá hạn chưa trả lời',
  pending: 'chờ trả lời',
};

/** One line for each unit that was asked. */
const byUnit = (asked: readonly Coordination[]) =>
  [...new Set(asked.map(({ unitId }) => unitId))].sort().map((unitId) => {
    const own = asked.filter((each) => each.unitId === unitId);
    const of = (status: CoordinationStatus): number =>
      own.filter((each) => each.status === status).length;
    return {
      ...{ unitId, asked: own.length },
      ...{ inTime: of('inTime'), late: of('late'), undated: of('undated') },
      ...{ overdue: of('overdue'), pending: of('pending') },
      eventIds: idsOf(own),
    };
  });

export const coordination: QuestionOfFacts = {
  number: 15,
  name: 'coordination',
  vi: 'Đơn vị phối hợp nào được hỏi mấy lần và trả lời đúng hạn mấy lần?',
  en: 'How often was each coordinating unit asked, and how often did it answer in time?',
  takes: ['plan', 'unit', 'task'],
  reads: [],
  answer: ({ files, request }) => {
    const asked = files
      .filter(({ outcome }) => isTaskAsked(request, outcome.no))
      .flatMap(({ outcome }) =>
        outcome.coordinations.map((each) => ({ ...taskOf(outcome), ...each })),
      )
      .filter(({ unitId }) => isUnitAsked(request, unitId));
    return {
      figures: [
        counted('asked', { vi: 'Lần đề nghị phối hợp', en: 'Requests' }, asked),
        counted(
          'inTime',
          { vi: 'Trả lời đúng hạn', en: 'Answered in time' },
          asked.filter(({ status }) => status === 'inTime'),
        ),
      ],
      sections: [
        section(
          'units',
          { vi: 'Từng đơn vị được hỏi', en: 'Unit by unit' },
          [
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'asked', kind: 'number', vi: 'Được hỏi', en: 'Asked' },
            { field: 'inTime', kind: 'number', vi: 'Đúng hạn', en: 'In time' },
            { field: 'late', kind: 'number', vi: 'Muộn', en: 'Late' },
            { field: 'overdue', kind: 'number', vi: 'Quá hạn', en: 'Overdue' },
            { field: 'undated', kind: 'number', vi: 'Không đặt hạn', en: 'Undated' },
            { field: 'pending', kind: 'number', vi: 'Chờ', en: 'Pending' },
          ],
          byUnit(asked),
        ),
        section(
          'requests',
          { vi: 'Từng lần đề nghị', en: 'Each request' },
          [
            ...TASK_COLUMNS,
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'askedOn', kind: 'day', vi: 'Hỏi ngày', en: 'Asked on' },
            { field: 'answerDueOn', kind: 'day', vi: 'Hạn trả lời', en: 'Answer due' },
            { field: 'answeredOn', kind: 'day', vi: 'Trả lời ngày', en: 'Answered on' },
            {
              field: 'status',
              kind: 'text',
              vi: 'Tình trạng',
              en: 'Status',
              values: STATUS_VALUES,
            },
          ],
          asked,
        ),
      ],
    };
  },
};
