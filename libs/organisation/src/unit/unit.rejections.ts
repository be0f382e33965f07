import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about units can say. */
export const unitRejections = {
  UNIT_KEEPER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được ghi nhận thay đổi về đơn vị',
    en: 'Only the Office or the leaders of the department may record changes of units',
  },
  UNIT_NOT_FOUNDED: {
    kind: 'notFound',
    vi: 'Không có đơn vị này',
    en: 'There is no such unit',
  },
  UNIT_ALREADY_FOUNDED: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} đã được thành lập từ {fromOn}',
    en: 'Unit {unitId} was already founded on {fromOn}',
  },
  UNIT_ALREADY_ENDED: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} đã kết thúc hoạt động ngày {endedOn}',
    en: 'Unit {unitId} ended on {endedOn}',
  },
  UNIT_NAME_TAKEN: {
    kind: 'conflict',
    vi: 'Tên “{name}” đang là tên của đơn vị {byUnitId}',
    en: 'The name "{name}" belongs to unit {byUnitId} on that day',
  },
  UNIT_DATE_TOO_EARLY: {
    kind: 'invalid',
    vi: 'Ngày {on} phải từ {notBefore} trở đi',
    en: 'The day {on} must not be before {notBefore}',
  },
  UNIT_PARENT_NOT_STANDING: {
    kind: 'invalid',
    vi: 'Đơn vị chủ quản {parentUnitId} không hoạt động vào ngày {on}',
    en: 'The parent unit {parentUnitId} does not stand on {on}',
  },
  UNIT_UNDER_ITSELF: {
    kind: 'invalid',
    vi: 'Đơn vị không thể thuộc chính mình hoặc thuộc đơn vị cấp dưới của mình',
    en: 'A unit cannot stand under itself or under one of its own sub-units',
  },
  UNIT_SUCCESSOR_MISSING: {
    kind: 'invalid',
    vi: 'Sáp nhập hoặc chia tách phải nêu đơn vị kế thừa',
    en: 'A merger or a split must name the successors',
  },
  UNIT_SUCCESSOR_IS_ITSELF: {
    kind: 'invalid',
    vi: 'Đơn vị không thể kế thừa chính mình',
    en: 'A unit cannot succeed itself',
  },
  UNIT_SUCCESSOR_NOT_KNOWN: {
    kind: 'invalid',
    vi: 'Chưa có đơn vị kế thừa {unitIds}; hãy thành lập trước',
    en: 'Successor {unitIds} is not known; found it first',
  },
  UNIT_UNKNOWN: {
    kind: 'invalid',
    vi: 'Không có đơn vị {unitId}',
    en: 'There is no unit {unitId}',
  },
  UNIT_NOT_STANDING: {
    kind: 'invalid',
    vi: 'Đơn vị {unitId} không hoạt động vào ngày {on}',
    en: 'Unit {unitId} does not stand on {on}',
  },
  UNIT_NAMED_TWICE: {
    kind: 'invalid',
    vi: 'Trường {field}: {id} được nêu hai lần',
    en: 'Field {field}: {id} is named twice',
  },
  UNIT_CHANGED_LATER: {
    kind: 'invalid',
    vi: 'Đơn vị {unitId} còn thay đổi ngày {changedOn}; ngày hiệu lực phải sau ngày đó, từ {notBefore}',
    en: 'Unit {unitId} changed on {changedOn}; the effective day must be later, from {notBefore}',
  },
  UNIT_CHANGE_NOT_YET: {
    kind: 'invalid',
    vi: 'Ngày hiệu lực {effectiveOn} chưa đến; hãy ghi nhận khi đã có hiệu lực, vì nhiệm vụ đang mở được chuyển ngay',
    en: 'The effective day {effectiveOn} has not come; record it once in force, because open tasks pass on at once',
  },
  SPLIT_SHARE_OUTSIDE: {
    kind: 'invalid',
    vi: 'Đơn vị nhận nhiệm vụ {unitIds} không nằm trong các đơn vị kế thừa',
    en: 'Tasks would go to {unitIds}, which is none of the successors',
  },
  SPLIT_SHARES_MISSING: {
    kind: 'invalid',
    vi: 'Chưa phân chia các nhiệm vụ đang mở: {taskIds}; hãy nêu trong shares hoặc nêu restUnitId',
    en: 'Open tasks without a successor: {taskIds}; name them in shares or name restUnitId',
  },
  SPLIT_TASK_NOT_OPEN: {
    kind: 'invalid',
    vi: 'Không phải nhiệm vụ đang mở của đơn vị: {taskIds}',
    en: 'Not open tasks of the unit: {taskIds}',
  },
  SYSTEM_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ hệ thống được ghi nhận việc này',
    en: 'Only the system itself may record this',
  },
  NOT_A_TASK_FORCE: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} không phải tổ công tác được thành lập theo quyết định',
    en: 'Unit {unitId} was not formed as a task force',
  },
  TASK_FORCE_ENDS_BEFORE: {
    kind: 'invalid',
    vi: 'Ngày {on} sau ngày kết thúc của tổ công tác ({untilOn})',
    en: '{on} is after the last day of the task force ({untilOn})',
  },
  TASK_FORCE_HAS_LEADER: {
    kind: 'conflict',
    vi: 'Tổ công tác đã có tổ trưởng {personId} từ {fromOn}',
    en: 'The task force is led by {personId} since {fromOn}',
  },
  MEMBER_NOT_IN_OFFICE: {
    kind: 'invalid',
    vi: 'Thành viên {personId} không làm việc vào ngày {on}',
    en: 'Member {personId} is not in office on {on}',
  },
  MEMBER_NOT_IN_UNIT: {
    kind: 'invalid',
    vi: 'Thành viên {personId} không giữ vị trí tại đơn vị {unitId} vào ngày {on}',
    en: 'Member {personId} holds no post in unit {unitId} on {on}',
  },
  MEMBER_ALREADY_THERE: {
    kind: 'conflict',
    vi: '{personId} đã là thành viên từ {fromOn}',
    en: '{personId} has been a member since {fromOn}',
  },
  MEMBER_NOT_THERE: {
    kind: 'conflict',
    vi: '{personId} không là thành viên vào ngày {on}',
    en: '{personId} is no member on {on}',
  },
  PERIOD_ENDS_BEFORE_START: {
    kind: 'invalid',
    vi: 'Ngày kết thúc {untilOn} không thể trước ngày bắt đầu {fromOn}',
    en: 'The last day {untilOn} cannot be before the first day {fromOn}',
  },
} as const satisfies RejectionCatalogue;

export const rejectUnit = rejectFrom(unitRejections);
