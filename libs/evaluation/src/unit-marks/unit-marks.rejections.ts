import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about a unit’s year can say. */
export const unitMarksRejections = {
  UNIT_MARKS_OFFICE_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được ghi số liệu xếp loại của đơn vị',
    en: 'Only the Office or a leader of the department may record what a unit is classed by',
  },
  UNIT_ENTRY_ID_TAKEN: {
    kind: 'conflict',
    vi: 'Mã {entryId} đã dùng cho nội dung khác',
    en: 'The entry id {entryId} is taken by other content',
  },
  UNIT_ENTRY_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có nội dung {entryId} còn hiệu lực',
    en: 'There is no entry {entryId} in force',
  },
  UNIT_ENTRY_STANDS: {
    kind: 'conflict',
    vi: 'Đã ghi ở mục {entryId}; rút mục đó trước khi ghi lại',
    en: 'Entry {entryId} says this already; withdraw it before recording it anew',
  },
  SUB_UNIT_MISSING: {
    kind: 'invalid',
    vi: 'Kết luận {finding}: cần subUnitId khi và chỉ khi nói về đơn vị trực thuộc',
    en: 'Finding {finding}: subUnitId is needed if and only if it is about a sub-unit',
  },
  UNIT_MARKS_TOO_HIGH: {
    kind: 'invalid',
    vi: '{field}: {points} vượt mức tối đa {max}',
    en: '{field}: {points} is more than {max}',
  },
} as const satisfies RejectionCatalogue;

export const rejectUnitMarks = rejectFrom(unitMarksRejections);
