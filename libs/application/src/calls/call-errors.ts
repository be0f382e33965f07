import {
  CommandRejected,
  rejectFrom,
  type RejectionCatalogue,
  type RejectionFacts,
} from '@thidua/kernel';

/** Refusals of the application itself, beside those of the aggregates. */
export const callRejections = {
  STALE_REVISION: {
    kind: 'conflict',
    vi: 'Dữ liệu đã thay đổi: bạn đã xem bản {expected}, hiện là bản {actual}. Hãy tải lại rồi làm lại.',
    en: 'The data has changed: you saw revision {expected}, it is now {actual}. Reload and try again.',
  },
  COMMAND_ID_REUSED: {
    kind: 'conflict',
    vi: 'Mã lệnh (Idempotency-Key) {commandId} đã dùng cho một yêu cầu khác.',
    en: 'The command id (Idempotency-Key) {commandId} was used before for another request.',
  },
  OCCURRED_IN_FUTURE: {
    kind: 'invalid',
    vi: 'occurredAt {occurredAt} ở tương lai; chỉ ghi việc đã xảy ra.',
    en: 'occurredAt {occurredAt} lies in the future; only what has happened is recorded.',
  },
  UNKNOWN_COMMAND: {
    kind: 'notFound',
    vi: 'Không có lệnh {command}. Các lệnh: {known}.',
    en: 'There is no command {command}. Commands: {known}.',
  },
  TASK_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không tìm thấy nhiệm vụ {task}.',
    en: 'There is no task {task}.',
  },
  TASK_NUMBER_AMBIGUOUS: {
    kind: 'conflict',
    vi: 'Số {task} có trong nhiều kế hoạch: {candidates}. Hãy dùng mã nhiệm vụ đầy đủ.',
    en: 'Number {task} is in several plans: {candidates}. Use the full task id.',
  },
  LOOK_NOT_ALLOWED: {
    kind: 'forbidden',
    vi: '{personId} không được cho chạy bộ hẹn giờ; chỉ Văn phòng và lãnh đạo cơ quan.',
    en: '{personId} may not run the timers; the Office and the leaders of the department may.',
  },
  PLAN_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không tìm thấy kế hoạch {plan}.',
    en: 'There is no plan {plan}.',
  },
  PLAN_YEAR_UNKNOWN: {
    kind: 'invalid',
    vi: 'Không thấy năm trong tên kế hoạch; hãy nêu năm (year).',
    en: 'The title of the plan names no year; state the year.',
  },
  DATE_UNREADABLE: {
    kind: 'invalid',
    vi: '{field} phải là một ngày có thật, dạng YYYY-MM-DD, không phải "{value}".',
    en: '{field} must be an existing day, YYYY-MM-DD, not "{value}".',
  },
  UNIT_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không tìm thấy đơn vị {unit}. Các đơn vị: {known}.',
    en: 'There is no unit {unit}. Units: {known}.',
  },
  PERSON_UNKNOWN: {
    kind: 'notFound',
    vi: 'Không có công chức {person}.',
    en: 'There is no official {person}.',
  },
  RULE_SET_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có bộ tiêu chí {ruleSet}. Các bộ có sẵn: {known}.',
    en: 'There is no rule set {ruleSet}. Available: {known}.',
  },
  SHEET_NOT_FROZEN: {
    kind: 'conflict',
    vi: 'Kỳ đánh giá {evaluation} chưa chốt số liệu, nên chưa có bảng điểm.',
    en: 'Evaluation {evaluation} has not been frozen, so it has no sheet yet.',
  },
  SHEET_DIFFERS_FROM_RECORD: {
    kind: 'conflict',
    vi: 'Bảng điểm tính lại ({computed}) khác bảng đã ghi nhận ({recorded}) của kỳ {evaluation}; không đưa ra bảng nào khác.',
    en: 'The sheet computed again ({computed}) is not the one recorded ({recorded}) for {evaluation}; no other is given out.',
  },
  POSITION_NOT_REACHED: {
    kind: 'conflict',
    vi: 'Vị trí {position} chưa có trong số liệu; số liệu mới đến vị trí {reached}.',
    en: 'Position {position} is not in the read model yet; it has come to {reached}.',
  },
  MIGRATION_HELD_BACK: {
    kind: 'conflict',
    vi: 'Chưa chuyển nhiệm vụ nào: trạng thái {states} không có trạng thái cùng giai đoạn trong {to} (nhiệm vụ: {tasks}). Hãy ghép trạng thái (map).',
    en: 'Nothing was moved: states {states} have no counterpart of the same phase in {to} (tasks: {tasks}). Map them.',
  },
  MIGRATION_GOES_NOWHERE: {
    kind: 'invalid',
    vi: 'Quy trình đi và quy trình đến là một ({workflow}).',
    en: 'The migration would lead from {workflow} to itself.',
  },
  MARKS_ADDRESS_UNREADABLE: {
    kind: 'invalid',
    vi: 'Địa chỉ {marks} phải là mã cán bộ và năm, ví dụ cb-006.2026.',
    en: 'The address {marks} must be a person id and a year such as cb-006.2026.',
  },
  HYPOTHESIS_UNREADABLE: {
    kind: 'invalid',
    vi: 'Giả định thứ {nth} ({type}) không đặt được lên {about}: {why}',
    en: 'Hypothesis {nth} ({type}) cannot be laid on {about}: {why}',
  },
  QUESTION_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có câu hỏi {question}. Các câu hỏi: {known}.',
    en: 'There is no question {question}. Questions: {known}.',
  },
  EVALUATION_NOT_FROZEN: {
    kind: 'notFound',
    vi: 'Năm {year} chưa chốt số liệu; hãy chốt, hoặc nêu vị trí nhật ký (position) của bảng điểm cần dựng lại.',
    en: 'The year {year} is not frozen; freeze it, or name the log position of the sheet to rebuild.',
  },
  EVENT_CONFLICT: {
    kind: 'conflict',
    vi: 'Sự kiện {id} của nguồn {source} đã nhận trước đây với nội dung khác.',
    en: 'Event {id} of source {source} was received before with other content.',
  },
  EVENT_TYPE_UNKNOWN: {
    kind: 'invalid',
    vi: 'Không nhận loại sự kiện {type}. Các loại nhận: {known}.',
    en: 'Event type {type} is not accepted. Accepted types: {known}.',
  },
} as const satisfies RejectionCatalogue;

export const rejectCall = rejectFrom(callRejections);

/** The same refusal as a value, for an answer that tells of several commands. */
export const refusedCall = (
  code: keyof typeof callRejections,
  facts: RejectionFacts,
): CommandRejected => new CommandRejected(code, callRejections[code], facts);

/** One wrong field: where it is and what would be right. */
export interface FieldFault {
  /** Dotted path inside the input, e.g. `evidence.0.url`; empty for the input as a whole. */
  readonly path: string;
  readonly message: string;
}

/** The input does not have the shape asked for; names every field at fault. */
export class InvalidInput extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super(
      faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '),
    );
    this.name = 'InvalidInput';
  }
}
