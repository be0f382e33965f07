import type { RejectionCatalogue } from '@thidua/kernel';

/** About moving a running task to another flow. */
export const migrationRejections = {
  FLOW_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: không có quy trình {workflow}.',
    en: 'Field {field}: there is no workflow {workflow}.',
  },
  FLOW_RETIRED: {
    kind: 'conflict',
    vi: 'Quy trình {workflow} đã ngừng dùng nên không nhận thêm nhiệm vụ.',
    en: 'Workflow {workflow} is retired and takes no more tasks.',
  },
  TASK_HAS_ENDED: {
    kind: 'conflict',
    vi: 'Nhiệm vụ đã kết thúc ({state}) nên giữ quy trình của nó.',
    en: 'The task has ended ({state}) and keeps its flow.',
  },
  STATE_WITHOUT_COUNTERPART: {
    kind: 'invalid',
    vi: 'Trạng thái "{state}" không có trạng thái "{wanted}" tương ứng trong {workflow}; hãy ghép với một trong: {known}.',
    en: 'State "{state}" has no counterpart "{wanted}" in {workflow}; map it to one of: {known}.',
  },
  COUNTERPART_MEANS_OTHER: {
    kind: 'invalid',
    vi: 'Trạng thái "{state}" thuộc giai đoạn {phase}, còn "{wanted}" thuộc giai đoạn {wantedPhase}; chuyển quy trình không được đổi kết quả đếm.',
    en: 'State "{state}" is of phase {phase} and "{wanted}" of {wantedPhase}; a change of flow must not change what is counted.',
  },
} as const satisfies RejectionCatalogue;
