import { numberText, renderFacts, type Cell } from '../../output';
import type { PlaySummary } from './simulate-year';

const counted = (count: number): Cell => numberText(String(count));

/** The summary as a clerk reads it. */
export function summaryInWords(summary: PlaySummary): string {
  const facts = renderFacts([
    ['Năm, hạt giống', `${summary.year}, ${summary.seed}`],
    ['Nhiệm vụ đã mô phỏng', counted(summary.tasks)],
    ['Nhiệm vụ để nguyên', counted(summary.leftAlone)],
    ['Việc trong kịch bản', counted(summary.acts)],
    ['Ghi mới', counted(summary.applied)],
    ['Đã có từ lần chạy trước', counted(summary.repeated)],
    ['Cố ý sai, bị từ chối đúng', counted(summary.refusedAsIntended)],
    ['Bị từ chối ngoài dự kiến', counted(summary.refusedCount)],
    ['Sự kiện của các nhiệm vụ này', counted(summary.events)],
    ['Mã băm', summary.digest],
  ]);
  const examples = summary.refused.map(
    ({ task, command, actor, code, detail }) =>
      `  - ${task} ${command} (${actor}): ${code}: ${detail}`,
  );
  const nothing = summary.tasks === 0 ? [reasonForNothing(summary)] : [];
  return [facts, ...examples, ...nothing].join('\n');
}

const reasonForNothing = ({ leftAlone }: PlaySummary): string =>
  leftAlone === 0
    ? 'Không có nhiệm vụ nào để mô phỏng: hãy ban hành kế hoạch của năm, hoặc thêm --tasks N.'
    : 'Nhiệm vụ của năm đã có người làm (hoặc đã mô phỏng với hạt giống khác), hoặc chưa có ai để làm.';
