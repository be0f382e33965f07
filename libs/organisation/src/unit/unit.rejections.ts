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
} as const satisfies RejectionCatalogue;

export const rejectUnit = rejectFrom(unitRejections);
