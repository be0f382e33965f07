import { counted, idsOf, section } from '../frame/findings';
import type { QuestionOfFacts } from '../frame/question';
import { TASK_COLUMNS } from '../frame/task-rows';
import { owedRows, STATUS_VALUES, type OwedRow } from './owed-reports';

const ofStatus = (rows: readonly OwedRow[], status: OwedRow['status']): readonly OwedRow[] =>
  rows.filter((row) => row.status === status);

/** One line for each unit and month. */
function byUnitAndMonth(rows: readonly OwedRow[]) {
  const keys = [...new Set(rows.map(({ period, unitId }) => `${period} ${unitId}`))];
  return keys.map((key) => {
    const own = rows.filter(({ period, unitId }) => `${period} ${unitId}` === key);
    const [period = '', unitId = ''] = key.split(' ');
    return {
      period,
      unitId,
      owed: own.length,
      inTime: ofStatus(own, 'inTime').length,
      nil: ofStatus(own, 'nil').length,
      late: ofStatus(own, 'late').length,
      missing: ofStatus(own, 'missing').length,
      eventIds: idsOf(own),
    };
  });
}

export const whoDidNotReport: QuestionOfFacts = {
  number: 7,
  name: 'who-did-not-report',
  vi: 'Các tháng được hỏi, đơn vị nào vắng báo cáo, đơn vị nào nộp muộn, đơn vị nào báo "không phát sinh"?',
  en: 'In the months asked about, which units sent no report, which sent it late, which reported that nothing arose?',
  takes: ['plan', 'unit', 'task', 'months'],
  reads: [],
  answer: (facts) => {
    const owed = owedRows(facts);
    return {
      figures: [
        counted('owed', { vi: 'Báo cáo phải nộp', en: 'Reports owed' }, owed),
        counted('missing', { vi: 'Không báo cáo', en: 'Missing' }, ofStatus(owed, 'missing')),
        counted('late', { vi: 'Báo cáo muộn', en: 'Late' }, ofStatus(owed, 'late')),
        counted('nil', { vi: 'Báo "không phát sinh"', en: 'Nil' }, ofStatus(owed, 'nil')),
      ],
      sections: [
        section(
          'units',
          { vi: 'Theo tháng và đơn vị', en: 'By month and unit' },
          [
            { field: 'period', kind: 'month', vi: 'Tháng', en: 'Month' },
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'owed', kind: 'number', vi: 'Phải nộp', en: 'Owed' },
            { field: 'inTime', kind: 'number', vi: 'Đúng hạn', en: 'In time' },
            { field: 'nil', kind: 'number', vi: 'Không phát sinh', en: 'Nil' },
            { field: 'late', kind: 'number', vi: 'Muộn', en: 'Late' },
            { field: 'missing', kind: 'number', vi: 'Không báo cáo', en: 'Missing' },
          ],
          byUnitAndMonth(owed),
        ),
        section(
          'reports',
          { vi: 'Báo cáo thiếu, muộn, không phát sinh', en: 'Missing, late and nil reports' },
          [
            { field: 'period', kind: 'month', vi: 'Tháng', en: 'Month' },
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            ...TASK_COLUMNS,
            { field: 'dueOn', kind: 'day', vi: 'Hạn nộp', en: 'Due' },
            {
              field: 'status',
              kind: 'text',
              vi: 'Tình trạng',
              en: 'Status',
              values: STATUS_VALUES,
            },
          ],
          owed.filter(({ status }) => status !== 'inTime'),
        ),
      ],
    };
  },
};
