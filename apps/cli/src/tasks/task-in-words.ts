import { readAnswer } from '../connection';
import { dayText, renderFacts, renderTable } from '../output';
import { listedCommands, segmentOf, TASK_VOCABULARY } from '../vocabulary';
import { taskAnswer, taskChainAnswer, taskListAnswer, type BoardTask } from './task-answers';

/** The state's name in the flow the task is pinned to. */
const stateText = ({ state, stateLabel }: BoardTask): string => stateLabel?.vi ?? state;

const leadText = ({ leads }: BoardTask): string =>
  leads.map(({ unitId, role }) => (role === 'focal' ? `${unitId} (đầu mối)` : unitId)).join(', ');

export function taskListInWords(answer: unknown): string {
  const { tasks, next } = readAnswer(taskListAnswer, answer);
  if (tasks.length === 0) return 'Không có nhiệm vụ nào khớp.';
  const table = renderTable(
    [
      { title: 'Số' },
      { title: 'Nhiệm vụ', widthMax: 48 },
      { title: 'Chủ trì', widthMax: 20 },
      { title: 'Hạn' },
      { title: 'Trạng thái', widthMax: 18 },
      { title: 'Mã' },
    ],
    tasks.map((task) => [
      task.no,
      task.title,
      leadText(task),
      dayText(task.dueOn),
      stateText(task),
      task.key,
    ]),
  );
  const more = next === null ? '' : `\nCòn nữa: thêm --cursor ${next}`;
  return `${table}\n${tasks.length} nhiệm vụ.${more}`;
}

const PRODUCT_STATUSES: Readonly<Record<string, string>> = {
  owed: 'chưa nộp',
  handedIn: 'đã nộp',
  accepted: 'đã nghiệm thu',
  returned: 'bị trả lại',
};

export function taskInWords(answer: unknown): string {
  const { task, revision, steps } = readAnswer(taskAnswer, answer);
  const facts = renderFacts([
    ['Mã', task.key],
    ['Trạng thái', stateText(task)],
    ['Quy trình', `${task.workflowId}@${task.workflowVersion}`],
    ['Chủ trì', leadText(task)],
    ['Phối hợp', task.coordinatingUnitIds.join(', ')],
    ['Thời gian (nguyên văn)', task.timeText],
    ['Hạn đang có hiệu lực', dayText(task.dueOn)],
    ['Hạn ban đầu', dayText(task.dueOriginalOn)],
    ['Điều kiện', task.condition],
    ['Giao ngày', dayText(task.assignedOn)],
    ['Hoàn thành ngày', dayText(task.completedOn)],
    ['Đạt mốc ngày', dayText(task.milestoneReachedOn)],
    ['Số lần thực hiện', countText(task)],
    ['Mức ưu tiên', PRIORITIES[task.priority] ?? null],
    ['Chờ trả lời đề nghị của', task.objectingUnitIds.join(', ')],
    ['Đã báo cáo phần việc', task.partReportedByUnitIds.join(', ')],
    ['Tiếp nối từ', task.predecessorIds.join(', ')],
    ['Chuyển tiếp thành', task.carriedOverTo],
    ['Báo cáo gần nhất', reportText(task)],
    ['Bản (If-Match)', revision],
  ]);
  return [
    `${task.no}. ${task.title}`,
    facts,
    ...listed(
      'Sản phẩm',
      task.products.map(({ title, status }) => `${title} (${PRODUCT_STATUSES[status] ?? status})`),
    ),
    ...listed(
      'Phân công',
      task.assignments.map(
        ({ personId, what, finishedOn }) =>
          `${personId}: ${what ?? 'cả nhiệm vụ'}${finishedOn === null ? '' : `, xong ${dayText(finishedOn)}`}`,
      ),
    ),
    ...listed('Kỳ báo cáo', task.periods.map(periodText)),
    ...listed('Các bước có thể làm tiếp', steps.map(commandText)),
  ].join('\n');
}

const PRIORITIES: Readonly<Record<string, string>> = { high: 'cao', urgent: 'khẩn' };

function countText({ count: { target, what, occurrenceIds } }: BoardTask): string | null {
  if (target === null) return occurrenceIds.length === 0 ? null : String(occurrenceIds.length);
  return `${occurrenceIds.length}/${target}${what === null ? '' : ` ${what}`}`;
}

const periodText = ({ period, reportDueOn, reportedByUnitIds }: BoardTask['periods'][number]) =>
  `${period}, hạn ${dayText(reportDueOn)}: ${
    reportedByUnitIds.length === 0
      ? 'chưa có báo cáo'
      : `đã báo cáo ${reportedByUnitIds.join(', ')}`
  }`;

export function chainInWords(answer: unknown): string {
  const { chain } = readAnswer(taskChainAnswer, answer);
  return renderTable(
    [
      { title: 'Năm' },
      { title: 'Số' },
      { title: 'Nhiệm vụ', widthMax: 48 },
      { title: 'Hạn ban đầu' },
      { title: 'Hoàn thành' },
      { title: 'Chuyển tiếp thành' },
      { title: 'Mã' },
    ],
    chain.map((task) => [
      String(task.year),
      task.no,
      task.title,
      dayText(task.dueOriginalOn),
      dayText(task.completedOn),
      task.carriedOverTo,
      task.key,
    ]),
  );
}

const listed = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `  - ${line}`)];

function reportText({ lastReport }: BoardTask): string | null {
  if (lastReport === null) return null;
  const { unitId, reportedOn, percent, text } = lastReport;
  const share = percent === null ? '' : ` ${percent}%`;
  return `${dayText(reportedOn)}, ${unitId}${share}${text === null ? '' : `: ${text}`}`;
}

const LABELS = new Map(listedCommands(TASK_VOCABULARY).map(({ name, vi }) => [name, vi]));

const commandText = (name: string): string =>
  `${segmentOf(name)}${LABELS.has(name) ? ` (${LABELS.get(name)})` : ''}`;
