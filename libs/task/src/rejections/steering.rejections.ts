import type { RejectionCatalogue } from '@thidua/kernel';

/** About obstacles, waits, due dates, amendments and corrections. */
export const steeringRejections = {
  OBSTACLE_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Không có vướng mắc {obstacleId}.',
    en: 'There is no obstacle {obstacleId}.',
  },
  OBSTACLE_ALREADY_RESOLVED: {
    kind: 'conflict',
    vi: 'Vướng mắc {obstacleId} đã được tháo gỡ ngày {resolvedOn}.',
    en: 'Obstacle {obstacleId} was resolved on {resolvedOn}.',
  },
  AUTHORITY_WAIT_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Không có lần chờ {waitId}.',
    en: 'There is no wait {waitId}.',
  },
  AUTHORITY_WAIT_ALREADY_ENDED: {
    kind: 'conflict',
    vi: 'Lần chờ {waitId} đã kết thúc ngày {untilOn}.',
    en: 'Wait {waitId} ended on {untilOn}.',
  },
  DUE_DATE_MISSING: {
    kind: 'conflict',
    vi: 'Nhiệm vụ không có hạn hoàn thành nên không thể gia hạn.',
    en: 'The task has no due date that could be extended.',
  },
  DUE_DATE_MUST_MOVE_LATER: {
    kind: 'invalid',
    vi: 'Hạn mới {to} phải sau hạn đang có hiệu lực {from}.',
    en: 'The new due date {to} must be later than the one in force, {from}.',
  },
  EXTENSION_NOT_REQUESTED: {
    kind: 'invalid',
    vi: 'Không có đề nghị gia hạn {requestId}.',
    en: 'Extension {requestId} was never requested.',
  },
  EXTENSION_ALREADY_DECIDED: {
    kind: 'conflict',
    vi: 'Đề nghị gia hạn {requestId} đã có quyết định.',
    en: 'Extension request {requestId} is already decided.',
  },
  AMENDMENT_IS_EMPTY: {
    kind: 'invalid',
    vi: 'Phải nêu ít nhất một nội dung điều chỉnh.',
    en: 'Say at least one thing to be amended.',
  },
  SECOND_PERSON_REQUIRED: {
    kind: 'invalid',
    vi: 'Trường {field}: việc đính chính cần sự đồng ý của người khác với người thực hiện.',
    en: 'Field {field}: a correction needs the agreement of somebody other than the actor.',
  },
  TASK_NOT_COMPLETED: {
    kind: 'conflict',
    vi: 'Nhiệm vụ chưa hoàn thành nên chưa có ngày hoàn thành để đính chính.',
    en: 'The task is not completed, so there is no completion day to correct.',
  },
  COMPLETION_DAY_REQUIRED: {
    kind: 'invalid',
    vi: 'Nhiệm vụ đã hoàn thành phải có ngày hoàn thành.',
    en: 'A completed task must have a completion day.',
  },
  DAY_IN_FUTURE: {
    kind: 'invalid',
    vi: 'Trường {field}: ngày {day} không thể sau ngày {latestOn}.',
    en: 'Field {field}: {day} cannot be later than {latestOn}.',
  },
} as const satisfies RejectionCatalogue;
