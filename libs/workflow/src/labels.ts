import type { Guard, Label, Requirement, Role, StatePhase } from './definition';

/** The words in which a refusal names roles, guards and fields to a clerk. */
export const ROLE_LABELS: Readonly<Record<Role, Label>> = {
  lead: { vi: 'đơn vị chủ trì', en: 'lead unit' },
  leadHead: { vi: 'lãnh đạo đơn vị chủ trì', en: 'head of a lead unit' },
  focal: { vi: 'đơn vị đầu mối', en: 'focal unit' },
  coordinating: { vi: 'đơn vị phối hợp', en: 'coordinating unit' },
  assignee: { vi: 'người được phân công', en: 'assignee' },
  office: { vi: 'Văn phòng', en: 'the Office' },
  deputyDirector: { vi: 'Phó Giám đốc', en: 'deputy director' },
  director: { vi: 'Giám đốc', en: 'the Director' },
  service: { vi: 'hệ thống tích hợp', en: 'integrated service' },
};

export const GUARD_LABELS: Readonly<Record<Guard, Label>> = {
  verifierDidNotReport: {
    vi: 'người báo cáo kết quả không được tự xác nhận',
    en: 'whoever reported the result may not verify it',
  },
  officeTaskVerifiedAbove: {
    vi: 'nhiệm vụ do Văn phòng chủ trì phải do Giám đốc hoặc Phó Giám đốc xác nhận',
    en: 'a task led by the Office is verified by the Director or a deputy director',
  },
  allProductsHandedIn: {
    vi: 'mọi sản phẩm phải được nộp và không còn bản nào bị trả lại',
    en: 'every product is handed in and none stands returned',
  },
  allProductsAccepted: {
    vi: 'mọi sản phẩm phải được nghiệm thu',
    en: 'every product is accepted',
  },
  taskIsConditional: {
    vi: 'chỉ áp dụng cho nhiệm vụ có điều kiện phát sinh',
    en: 'only for a task that carries a condition',
  },
  taskIsOngoing: {
    vi: 'chỉ áp dụng cho nhiệm vụ thường xuyên',
    en: 'only for an ongoing task',
  },
};

export const REQUIREMENT_LABELS: Readonly<Record<Requirement, Label>> = {
  reason: { vi: 'lý do', en: 'a reason' },
  evidence: { vi: 'minh chứng', en: 'evidence' },
  document: { vi: 'văn bản', en: 'a document' },
};

export const PHASE_LABELS: Readonly<Record<StatePhase, Label>> = {
  open: { vi: 'đang thực hiện', en: 'open' },
  waiting: { vi: 'chờ điều kiện', en: 'waiting' },
  reported: { vi: 'đã báo cáo', en: 'reported' },
  done: { vi: 'đã hoàn thành', en: 'done' },
  outside: { vi: 'ngoài kế hoạch', en: 'outside the plan' },
};
