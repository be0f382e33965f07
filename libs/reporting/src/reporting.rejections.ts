import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

export const reportingRejections = {
  FORM_FOR_OFFICIALS_ONLY: {
    kind: 'conflict',
    vi: 'Phiếu {form} chỉ lập cho công chức chấm theo Nghị định 335/2025; kết quả này theo bộ tiêu chí {ruleSet}.',
    en: 'Form {form} exists for officials scored by decree 335/2025 only; this result follows rule set {ruleSet}.',
  },
  PERSON_NOT_IN_RESULT: {
    kind: 'notFound',
    vi: 'Kết quả không có {personId}. Có: {known}.',
    en: 'The result does not have {personId}. It has: {known}.',
  },
  PERIOD_NEEDED: {
    kind: 'invalid',
    vi: 'Mẫu 01 lập cho một kỳ: hãy nêu kỳ (period), ví dụ 2026-03 hoặc 2026-Q1.',
    en: 'Form 01 is of one period: state the period, for example 2026-03 or 2026-Q1.',
  },
  PERIOD_WITHOUT_MARKS: {
    kind: 'notFound',
    vi: 'Không có dữ liệu kỳ {period} của {personId}. Các kỳ có: {known}.',
    en: 'There is no period {period} of {personId}. Periods: {known}.',
  },
  TASK_TABLE_INVALID: {
    kind: 'invalid',
    vi: 'Bảng theo dõi nhiệm vụ không hợp lệ, {count} lỗi: {problems}',
    en: 'The task-tracking table is not valid, {count} faults: {problems}',
  },
} as const satisfies RejectionCatalogue;

export const rejectReporting = rejectFrom(reportingRejections);
