import type { RejectionCatalogue } from '@thidua/kernel';

/** About the task itself, its units and its people. `{field}` names the part of the command at fault. */
export const assignmentRejections = {
  TASK_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Chưa có nhiệm vụ này: nhiệm vụ chưa được giao.',
    en: 'There is no such task: it has not been assigned.',
  },
  TASK_ALREADY_ASSIGNED: {
    kind: 'conflict',
    vi: 'Nhiệm vụ {taskId} đã được giao với nội dung khác.',
    en: 'Task {taskId} has already been assigned with other content.',
  },
  OCCURRED_BEFORE_ASSIGNMENT: {
    kind: 'invalid',
    vi: 'Ngày {on} trước ngày giao nhiệm vụ ({assignedOn}).',
    en: '{on} is before the task was assigned ({assignedOn}).',
  },
  OCCURRED_TOO_EARLY: {
    kind: 'invalid',
    vi: 'Ngày {on} trước ngày của việc được trả lời hoặc quyết định ({earliestOn}).',
    en: '{on} is before the day of what it answers or decides ({earliestOn}).',
  },
  DAY_TOO_EARLY: {
    kind: 'invalid',
    vi: 'Trường {field}: ngày {day} phải từ ngày {earliestOn} trở đi.',
    en: 'Field {field}: {day} must be {earliestOn} or later.',
  },
  UNIT_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: không có đơn vị {unitId}.',
    en: 'Field {field}: there is no unit {unitId}.',
  },
  PERSON_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: không có người {personId}.',
    en: 'Field {field}: there is no person {personId}.',
  },
  UNIT_NAMED_TWICE: {
    kind: 'invalid',
    vi: 'Trường {field}: đơn vị {unitId} được nêu hai lần.',
    en: 'Field {field}: unit {unitId} is named twice.',
  },
  PRODUCT_NAMED_TWICE: {
    kind: 'invalid',
    vi: 'Trường {field}: mã sản phẩm {productId} được dùng hai lần.',
    en: 'Field {field}: product id {productId} is used twice.',
  },
  LEAD_ALSO_COORDINATES: {
    kind: 'invalid',
    vi: 'Trường {field}: đơn vị {unitId} đã là đơn vị chủ trì nên không thể đồng thời phối hợp.',
    en: 'Field {field}: unit {unitId} already leads and cannot coordinate as well.',
  },
  CONDITION_MISSING: {
    kind: 'invalid',
    vi: 'Trường {field}: phải nêu điều kiện mà nhiệm vụ chờ.',
    en: 'Field {field}: say what the task waits for.',
  },
  UNIT_NOT_IN_TASK: {
    kind: 'invalid',
    vi: 'Trường {field}: đơn vị {unitId} không tham gia nhiệm vụ này ở vai trò cần có.',
    en: 'Field {field}: unit {unitId} has no such part in this task.',
  },
  UNIT_MUST_BE_NAMED: {
    kind: 'invalid',
    vi: 'Trường {field}: phải nêu rõ đơn vị, có thể là {unitIds}.',
    en: 'Field {field}: name the unit; it could be {unitIds}.',
  },
  ACTOR_NOT_IN_UNIT: {
    kind: 'forbidden',
    vi: 'Người thực hiện không được nói thay cho đơn vị {unitIds}.',
    en: 'The actor may not speak for unit {unitIds}.',
  },
  TASK_ALREADY_ACCEPTED: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} đã tiếp nhận nhiệm vụ.',
    en: 'Unit {unitId} has already taken the task on.',
  },
  ID_ALREADY_USED: {
    kind: 'conflict',
    vi: 'Trường {field}: mã {id} đã dùng cho nội dung khác.',
    en: 'Field {field}: id {id} is already used for something else.',
  },
  SUBTASK_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: không có phần việc {subtaskId}.',
    en: 'Field {field}: there is no subtask {subtaskId}.',
  },
  SUBTASK_ALREADY_FINISHED: {
    kind: 'conflict',
    vi: 'Phần việc {subtaskId} đã hoàn thành ngày {finishedOn}.',
    en: 'Subtask {subtaskId} was finished on {finishedOn}.',
  },
  NOT_THE_ASSIGNEE: {
    kind: 'forbidden',
    vi: 'Phần việc {subtaskId} được phân công cho người khác.',
    en: 'Subtask {subtaskId} was given to somebody else.',
  },
  PERSON_NOT_ASSIGNED: {
    kind: 'invalid',
    vi: 'Trường {field}: {personId} không được phân công nhiệm vụ này.',
    en: 'Field {field}: {personId} was not given this task.',
  },
  HAND_OVER_CHANGES_NOTHING: {
    kind: 'invalid',
    vi: 'Bên giao và bên nhận là một.',
    en: 'The task would be handed over to the one who has it.',
  },
  SUCCESSION_SYSTEM_ONLY: {
    kind: 'forbidden',
    vi: 'Đơn vị kế thừa do hệ thống ghi nhận theo quyết định sắp xếp tổ chức.',
    en: 'The system records the successor, after the decision on the units.',
  },
  TASK_REFERS_TO_ITSELF: {
    kind: 'invalid',
    vi: 'Trường {field}: phải là một nhiệm vụ khác.',
    en: 'Field {field}: must be another task.',
  },
  ALREADY_CARRIED_OVER: {
    kind: 'conflict',
    vi: 'Nhiệm vụ đã chuyển tiếp thành {toTaskId}.',
    en: 'The task already goes on as {toTaskId}.',
  },
} as const satisfies RejectionCatalogue;
