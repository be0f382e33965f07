import { readAnswer } from '../connection';
import { dayText, renderFacts, renderTable } from '../output';
import { planAnswer, planListAnswer } from './plan-answers';
import { warningLines } from './plan-parse';

const STATUSES: Readonly<Record<string, string>> = { draft: 'dự thảo', issued: 'đã ban hành' };

export function planListInWords(answer: unknown): string {
  const { plans } = readAnswer(planListAnswer, answer);
  if (plans.length === 0) return 'Chưa có kế hoạch nào. Nhập bằng: plan import <tệp>.';
  return renderTable(
    [
      { title: 'Mã' },
      { title: 'Năm' },
      { title: 'Số' },
      { title: 'Ngày ký' },
      { title: 'Tên', widthMax: 50 },
      { title: 'Nhiệm vụ', align: 'right' },
      { title: 'Chỉ tiêu', align: 'right' },
      { title: 'Tình trạng' },
    ],
    plans.map(({ key, year, number, date, title, taskCount, targetCount, status }) => [
      key,
      year,
      number,
      dayText(date),
      title,
      taskCount,
      targetCount,
      STATUSES[status] ?? status,
    ]),
  );
}

export function planInWords(answer: unknown): string {
  const { plan, warnings, ...summary } = readAnswer(planAnswer, answer).plan;
  const drafts = renderTable(
    [
      { title: 'Số' },
      { title: 'Nhiệm vụ', widthMax: 50 },
      { title: 'Chủ trì', widthMax: 24 },
      { title: 'Thời gian', widthMax: 20 },
      { title: 'Hạn' },
      { title: 'Ghi chú' },
    ],
    plan.drafts.map(({ task, isDropped }) => [
      task.no,
      task.title,
      task.lead.join(', '),
      task.timeText,
      dayText(task.due),
      isDropped ? 'đã bỏ' : '',
    ]),
  );
  const facts = renderFacts([
    ['Mã', summary.key],
    ['Số', summary.number],
    ['Ngày ký', dayText(summary.date)],
    ['Năm', summary.year],
    ['Tình trạng', STATUSES[summary.status] ?? summary.status],
    ['Chỉ tiêu', summary.targetCount],
  ]);
  return [summary.title, facts, drafts, ...warningLines(warnings)].join('\n');
}
