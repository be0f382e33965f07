import { counted, idsOf, section } from '../frame/findings';
import type { QuestionOfFacts } from '../frame/question';
import { TASK_COLUMNS } from '../frame/task-rows';
import { owedRows, type OwedRow } from './owed-reports';

/** From how many months in a row silence is told. */
const MONTHS_IN_A_ROW = 2;

const monthNumber = (period: string): number =>
  Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7));

/** Cuts months in order into runs without a gap: a month that was reported on ends a silence. */
function runsOf(rows: readonly OwedRow[]): readonly (readonly OwedRow[])[] {
  const runs: OwedRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last !== undefined && monthNumber(row.period) === monthNumber(last.period) + 1;
    if (run !== undefined && follows) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function silencesOf(rows: readonly OwedRow[]) {
  const silent = rows.filter(({ status }) => status === 'missing');
  return runsOf(silent).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.length < MONTHS_IN_A_ROW) return [];
    const { taskId, no, title, unitId } = first;
    return [
      {
        ...{ taskId, no, title, unitId },
        from: first.period,
        to: last.period,
        months: run.length,
        eventIds: idsOf(run),
      },
    ];
  });
}

export const silentOngoing: QuestionOfFacts = {
  number: 10,
  name: 'silent-ongoing',
  vi: 'Việc thường xuyên nào im lặng từ hai tháng liền trở lên?',
  en: 'Which ongoing tasks were silent for two months in a row or longer?',
  takes: ['plan', 'unit', 'task', 'months'],
  reads: [],
  answer: (facts) => {
    const owed = owedRows(facts).filter(({ kind }) => kind === 'ongoing');
    const keys = [...new Set(owed.map(({ taskId, unitId }) => `${taskId} ${unitId}`))];
    const rows = keys.flatMap((key) =>
      silencesOf(owed.filter(({ taskId, unitId }) => `${taskId} ${unitId}` === key)),
    );
    return {
      figures: [counted('silences', { vi: 'Lần im lặng', en: 'Silences' }, rows)],
      sections: [
        section(
          'tasks',
          { vi: 'Việc thường xuyên không cập nhật', en: 'Silent ongoing tasks' },
          [
            ...TASK_COLUMNS,
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'from', kind: 'month', vi: 'Từ tháng', en: 'From' },
            { field: 'to', kind: 'month', vi: 'Đến tháng', en: 'To' },
            { field: 'months', kind: 'number', vi: 'Số tháng', en: 'Months' },
          ],
          rows,
        ),
      ],
    };
  },
};
