import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about publishing flows can say. */
export const workflowRejections = {
  WORKFLOW_KEEPER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được ban hành và ngừng dùng quy trình.',
    en: 'Only the Office or the leaders of the department may publish and retire workflows.',
  },
  WORKFLOW_INVALID: {
    kind: 'invalid',
    vi: 'Quy trình chưa dùng được: {problemsVi}.',
    en: 'The workflow cannot be used: {problemsEn}.',
  },
  WORKFLOW_ID_DIFFERS: {
    kind: 'invalid',
    vi: 'Trường definition.id: phải là {expected}, không phải {id}.',
    en: 'Field definition.id: must be {expected}, not {id}.',
  },
  WORKFLOW_VERSION_NOT_NEXT: {
    kind: 'conflict',
    vi: 'Trường version: phiên bản tiếp theo của {workflow} là {next}, không phải {version}.',
    en: 'Field version: the next version of {workflow} is {next}, not {version}.',
  },
  WORKFLOW_CHANGES_NOTHING: {
    kind: 'conflict',
    vi: 'Nội dung giống hệt phiên bản {version} của {workflow}; không cần ban hành phiên bản mới.',
    en: 'The content is that of version {version} of {workflow}; no new version is needed.',
  },
  WORKFLOW_RETIRED: {
    kind: 'conflict',
    vi: 'Quy trình {workflow} đã ngừng dùng nên không nhận thêm nhiệm vụ.',
    en: 'Workflow {workflow} is retired and takes no more tasks.',
  },
  WORKFLOW_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có quy trình {workflow}. Các quy trình: {known}.',
    en: 'There is no workflow {workflow}. Workflows: {known}.',
  },
} as const satisfies RejectionCatalogue;

/** @throws CommandRejected always. */
export const rejectWorkflow = rejectFrom(workflowRejections);
