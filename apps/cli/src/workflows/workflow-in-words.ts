import { PHASE_LABELS, ROLE_LABELS, type Role, type StatePhase } from '@thidua/workflow';
import { readAnswer } from '../connection';
import { dayText, renderTable } from '../output';
import {
  migrationAnswer,
  publishedAnswer,
  validationAnswer,
  workflowAnswer,
  workflowListAnswer,
  type Migration,
} from './workflow-answers';

const ORIGINS = { shipped: 'có sẵn', published: 'đã ban hành' } as const;

export function workflowListInWords(answer: unknown): string {
  const { workflows } = readAnswer(workflowListAnswer, answer);
  return renderTable(
    [
      { title: 'Quy trình' },
      { title: 'Tên', widthMax: 40 },
      { title: 'Nguồn' },
      { title: 'Dùng cho nhiệm vụ mới' },
      { title: 'Trạng thái', align: 'right' },
      { title: 'Bước', align: 'right' },
      { title: 'Mốc nhắc', align: 'right' },
    ],
    workflows.map((each) => [
      `${each.id}@${each.version}`,
      each.label.vi,
      ORIGINS[each.origin],
      each.isRetired ? 'đã ngừng' : each.isNewest ? 'có' : 'khi nêu rõ phiên bản',
      each.stateCount,
      each.transitionCount,
      each.timerCount,
    ]),
  );
}

const phaseText = (phase: string): string => PHASE_LABELS[phase as StatePhase]?.vi ?? phase;
const roleText = (role: string): string => ROLE_LABELS[role as Role]?.vi ?? role;

export function workflowInWords(answer: unknown): string {
  const { summary, definition } = readAnswer(workflowAnswer, answer);
  const labels = new Map(definition.states.map(({ name, label }) => [name, label.vi]));
  const stateText = (name: string): string => labels.get(name) ?? name;
  const states = renderTable(
    [{ title: 'Mã' }, { title: 'Trạng thái' }, { title: 'Giai đoạn' }],
    definition.states.map(({ name, label, phase }) => [name, label.vi, phaseText(phase)]),
  );
  const steps = renderTable(
    [
      { title: 'Bước', widthMax: 32 },
      { title: 'Từ', widthMax: 32 },
      { title: 'Đến', widthMax: 28 },
      { title: 'Ai', widthMax: 36 },
    ],
    definition.transitions.map(({ label, from, to, by }) => [
      label.vi,
      from.map(stateText).join('; '),
      stateText(to),
      by.map(roleText).join(', '),
    ]),
  );
  const timers = renderTable(
    [{ title: 'Mốc nhắc' }, { title: 'Báo cho', widthMax: 48 }],
    definition.timers.map(({ label, to }) => [label.vi, to.map(roleText).join(', nếu không có: ')]),
  );
  return [
    `${summary.label.vi} (${summary.id}@${summary.version}, ${ORIGINS[summary.origin]}${summary.isRetired ? ', đã ngừng' : ''})`,
    states,
    steps,
    ...(definition.timers.length === 0 ? [] : [timers]),
  ].join('\n');
}

/** A valid file in words; an invalid one is a failure of the command. */
export function validInWords(answer: unknown): string {
  const { definition, nextVersion } = readAnswer(validationAnswer, answer);
  if (definition === null) return '';
  const { id, version, label } = definition;
  const next =
    version === nextVersion
      ? 'Có thể ban hành ngay.'
      : `Khi ban hành, version phải là ${nextVersion ?? 1}.`;
  return `Quy trình hợp lệ: ${label.vi} (${id}@${version}). ${next}`;
}

export function publishedInWords(answer: unknown): string {
  const { id, version, events } = readAnswer(publishedAnswer, answer);
  return events.length === 0
    ? `Phiên bản này đã có sẵn (${id}@${version}); không ghi thêm.`
    : `Đã ban hành ${id}@${version}. Dùng cho kế hoạch mới: plan issue --workflow ${id}`;
}

const OUTCOMES: Readonly<Record<Migration['outcome'], string>> = {
  moves: 'chuyển',
  ended: 'đã kết thúc, giữ nguyên',
  noCounterpart: 'chưa ghép được trạng thái',
};

const timerText = ({ timersAdded, timersRemoved }: Migration): string =>
  [
    ...timersAdded.map(({ label }) => `+ ${label.vi}`),
    ...timersRemoved.map(({ label }) => `- ${label.vi}`),
  ].join('\n');

export function migrationInWords(answer: unknown): string {
  const { from, to, tasks, moved } = readAnswer(migrationAnswer, answer);
  if (tasks.length === 0) return `Không có nhiệm vụ nào theo ${from}.`;
  const table = renderTable(
    [
      { title: 'Nhiệm vụ' },
      { title: 'Trạng thái', widthMax: 26 },
      { title: `Trong ${to}`, widthMax: 26 },
      { title: 'Hạn' },
      { title: 'Nhắc, báo cáo vượt cấp', widthMax: 46 },
      { title: 'Kết quả', widthMax: 24 },
    ],
    tasks.map((task) => [
      task.taskId,
      task.before.stateLabel.vi,
      task.after?.stateLabel.vi,
      dayText(task.before.dueOn),
      timerText(task),
      OUTCOMES[task.outcome],
    ]),
  );
  const count = tasks.filter(({ outcome }) => outcome === 'moves').length;
  const told =
    moved === undefined
      ? `Chạy thử: sẽ chuyển ${count}/${tasks.length} nhiệm vụ từ ${from} sang ${to}; chưa ghi gì.`
      : `Đã chuyển ${moved.length}/${tasks.length} nhiệm vụ từ ${from} sang ${to}.`;
  return `${table}\n${told}`;
}
