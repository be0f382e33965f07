import type { RejectionCatalogue } from '@thidua/kernel';

/** About objections, several leads, agreement of two sides, and tasks that go on in another year. */
export const settlingRejections = {
  DECLINE_NOT_FOUND: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} không có đề nghị xem xét việc giao nào đang chờ trả lời.',
    en: 'Unit {unitId} has no objection that awaits an answer.',
  },
  DECLINE_ALREADY_ANSWERED: {
    kind: 'conflict',
    vi: 'Đề nghị của đơn vị {unitId} đã được trả lời ngày {answeredOn}; việc giao giữ nguyên.',
    en: 'The objection of unit {unitId} was answered on {answeredOn}; the assignment stands.',
  },
  DECLINED_UNIT_STILL_LEADS: {
    kind: 'invalid',
    vi: 'Trường {field}: đơn vị {unitId} vẫn chủ trì; bỏ trống trường này nếu việc giao giữ nguyên.',
    en: 'Field {field}: unit {unitId} would still lead; leave the field out if the assignment stands.',
  },
  PERSON_NOT_IN_UNIT: {
    kind: 'invalid',
    vi: 'Trường {field}: ngày {on}, {personId} không thuộc đơn vị {unitId}.',
    en: 'Field {field}: on {on}, {personId} does not belong to unit {unitId}.',
  },
  INNER_DUE_DATE_TOO_LATE: {
    kind: 'invalid',
    vi: 'Trường {field}: hạn của phần việc {day} phải không sau hạn của nhiệm vụ ({latestOn}).',
    en: 'Field {field}: the due date of the part, {day}, must not be later than that of the task ({latestOn}).',
  },
  OTHER_HEAD_MUST_AGREE: {
    kind: 'invalid',
    vi: 'Trường {field}: bàn giao giữa hai đơn vị cần sự đồng ý của lãnh đạo đơn vị {unitId}.',
    en: 'Field {field}: a hand-over between two units needs the agreement of the head of unit {unitId}.',
  },
  FOCAL_UNIT_REPORTS: {
    kind: 'forbidden',
    vi: 'Nhiệm vụ có đầu mối tổng hợp: chỉ {unitIds} báo cáo; đơn vị chủ trì khác báo cáo phần việc của mình.',
    en: 'The task has a focal unit: only {unitIds} reports; other lead units report their own part.',
  },
  ONLY_ONE_LEAD: {
    kind: 'conflict',
    vi: 'Nhiệm vụ chỉ có một đơn vị chủ trì nên không có phần việc riêng; hãy báo cáo kết quả.',
    en: 'The task has only one lead unit and so no separate parts; report the result instead.',
  },
  GRANTOR_IS_PARTY: {
    kind: 'forbidden',
    vi: 'Người thuộc đơn vị chủ trì {unitIds} không được tự quyết định gia hạn.',
    en: 'Whoever belongs to the lead unit {unitIds} may not decide on its extension.',
  },
  EVENT_NOT_OF_TASK: {
    kind: 'invalid',
    vi: 'Trường {field}: sự kiện {eventId} không thuộc nhiệm vụ này.',
    en: 'Field {field}: event {eventId} is not of this task.',
  },
  EVENT_LACKS_FIELD: {
    kind: 'invalid',
    vi: 'Trường {field}: sự kiện {eventId} ({type}) không ghi {lacking}; hãy nêu {bearers}.',
    en: 'Field {field}: event {eventId} ({type}) carries no {lacking}; name one of {bearers}.',
  },
  TASK_CARRIED_OVER: {
    kind: 'conflict',
    vi: 'Nhiệm vụ đã chuyển tiếp thành {toTaskId}; hãy ghi việc này ở đó.',
    en: 'The task goes on as {toTaskId}; record this there.',
  },
  NAMED_TASK_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: không có nhiệm vụ {namedTaskId}; kế hoạch của nhiệm vụ đó phải được ban hành trước.',
    en: 'Field {field}: there is no task {namedTaskId}; its plan has to be issued first.',
  },
  NAMED_TASK_NOT_IN_PLAN: {
    kind: 'invalid',
    vi: 'Trường {field}: nhiệm vụ {namedTaskId} thuộc kế hoạch {planId}.',
    en: 'Field {field}: task {namedTaskId} belongs to plan {planId}.',
  },
  NOT_A_LATER_YEAR: {
    kind: 'invalid',
    vi: 'Trường {field}: chỉ chuyển tiếp sang năm sau; nhiệm vụ trước thuộc năm {earlierYear}, nhiệm vụ sau thuộc năm {laterYear}.',
    en: 'Field {field}: a task goes on in a later year only; the earlier one is of {earlierYear}, the later of {laterYear}.',
  },
} as const satisfies RejectionCatalogue;
