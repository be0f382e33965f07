import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about a person’s marks and facts can say. */
export const marksRejections = {
  MARKS_SUPERIOR_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ cấp trên trực tiếp của {personId} (hoặc lãnh đạo Sở) được ghi việc này',
    en: 'Only the superior of {personId}, or a leader of the department, may record this',
  },
  MARKS_SELF_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ {personId} được tự chấm cho mình',
    en: 'Only {personId} may propose their own marks',
  },
  MARKS_OFFICE_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được ghi việc này',
    en: 'Only the Office or a leader of the department may record this',
  },
  ENTRY_ID_TAKEN: {
    kind: 'conflict',
    vi: 'Mã {entryId} đã dùng cho nội dung khác',
    en: 'The entry id {entryId} is taken by other content',
  },
  ENTRY_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có nội dung {entryId} còn hiệu lực',
    en: 'There is no entry {entryId} in force',
  },
  PERIOD_OUTSIDE_YEAR: {
    kind: 'invalid',
    vi: 'Kỳ {period} không thuộc năm {year}',
    en: 'The period {period} is not in {year}',
  },
  ITEMS_DO_NOT_MATCH: {
    kind: 'invalid',
    vi: 'Phải chấm mỗi mục của Mẫu 01 đúng một lần; sai ở: {items}',
    en: 'Every item of form 01 is marked exactly once; wrong: {items}',
  },
  MARK_TOO_HIGH: {
    kind: 'invalid',
    vi: 'Mục {item}: {mark} điểm, nhiều nhất {max}',
    en: 'Item {item}: {mark} points, at most {max}',
  },
  REASON_NEEDED: {
    kind: 'invalid',
    vi: 'Điểm xác nhận khác điểm tự chấm, phải nêu lý do (reason)',
    en: 'The marks differ from those proposed: a reason is needed (reason)',
  },
  ALREADY_RECORDED: {
    kind: 'conflict',
    vi: 'Đã ghi ở {entryId}; muốn ghi lại, hãy rút nội dung đó trước',
    en: 'It is recorded in {entryId}; withdraw that entry first',
  },
  LEVEL_NOT_100_OR_50: {
    kind: 'invalid',
    vi: 'Mức {level} không có trong luật: chỉ 100 hoặc 50 (Điều 15.3)',
    en: 'The level {level} is not in the law: 100 or 50 only (article 15.3)',
  },
  PRODUCT_NOT_IN_CATALOGUE: {
    kind: 'invalid',
    vi: 'Danh mục không có sản phẩm {productId}; sản phẩm mới phải được bổ sung vào danh mục trước (Điều 13.3)',
    en: 'The catalogue has no product {productId}; a new one is added to it first (article 13.3)',
  },
  WORK_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Không có sản phẩm được giao {workId}',
    en: 'There is no assigned work {workId}',
  },
  MORE_THAN_ASSIGNED: {
    kind: 'invalid',
    vi: 'Nghiệm thu và chuyển giao {used} vượt số lượng được giao {quantity}',
    en: 'Accepted and handed off {used} exceed the {quantity} assigned',
  },
  HANDED_TO_ONESELF: {
    kind: 'invalid',
    vi: 'Không thể chuyển giao cho chính mình',
    en: 'Work cannot be handed off to oneself',
  },
  LEAVE_ENDS_BEFORE_IT_BEGINS: {
    kind: 'invalid',
    vi: 'Ngày kết thúc nghỉ {untilOn} trước ngày bắt đầu {fromOn}',
    en: 'The leave ends on {untilOn}, before it begins on {fromOn}',
  },
  DISCIPLINE_MISSING: {
    kind: 'invalid',
    vi: 'Vi phạm loại {kind} phải nêu {field}, loại khác thì để trống',
    en: 'A violation of kind {kind} names {field}; other kinds leave it out',
  },
} as const satisfies RejectionCatalogue;

export const rejectMarks = rejectFrom(marksRejections);
