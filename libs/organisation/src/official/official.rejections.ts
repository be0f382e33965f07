import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about officials can say. */
export const officialRejections = {
  OFFICIAL_KEEPER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được ghi nhận thay đổi về nhân sự',
    en: 'Only the Office or the leaders of the department may record changes of officials',
  },
  OFFICIAL_NOT_JOINED: {
    kind: 'notFound',
    vi: 'Chưa tiếp nhận công chức này',
    en: 'This person has not joined the organisation',
  },
  OFFICIAL_ALREADY_JOINED: {
    kind: 'conflict',
    vi: 'Công chức {personId} đang làm việc từ {fromOn}',
    en: 'Person {personId} has been here since {fromOn}',
  },
  OFFICIAL_ALREADY_LEFT: {
    kind: 'conflict',
    vi: 'Công chức {personId} đã thôi làm việc từ sau ngày {untilOn}',
    en: 'Person {personId} left; {untilOn} was the last day',
  },
  OFFICIAL_DATE_TOO_EARLY: {
    kind: 'invalid',
    vi: 'Ngày {on} phải từ {notBefore} trở đi',
    en: 'The day {on} must not be before {notBefore}',
  },
  PERIOD_ENDS_BEFORE_START: {
    kind: 'invalid',
    vi: 'Ngày kết thúc {untilOn} không thể trước ngày bắt đầu {fromOn}',
    en: 'The last day {untilOn} cannot be before the first day {fromOn}',
  },
  POST_OVERLAPS: {
    kind: 'conflict',
    vi: 'Đã giữ vị trí này tại đơn vị {unitId} từ {fromOn}',
    en: 'The same post in unit {unitId} is held from {fromOn}',
  },
  POST_NOT_HELD: {
    kind: 'conflict',
    vi: 'Không giữ vị trí này tại đơn vị {unitId}',
    en: 'This post in unit {unitId} is not held',
  },
  POST_UNIT_NOT_STANDING: {
    kind: 'invalid',
    vi: 'Đơn vị {unitId} không hoạt động vào ngày {on}',
    en: 'Unit {unitId} does not stand on {on}',
  },
  DEPUTY_IS_ONESELF: {
    kind: 'invalid',
    vi: 'Không thể ủy quyền cho chính mình',
    en: 'A person cannot be their own deputy',
  },
  DEPUTY_NOT_IN_OFFICE: {
    kind: 'invalid',
    vi: 'Người được ủy quyền {deputyId} không làm việc vào ngày {on}',
    en: 'The deputy {deputyId} is not in office on {on}',
  },
  DEPUTY_PERIODS_OVERLAP: {
    kind: 'conflict',
    vi: 'Đã ủy quyền cho {deputyId} từ {fromOn} đến {untilOn}',
    en: '{deputyId} is already deputy from {fromOn} to {untilOn}',
  },
  DEPUTY_NOT_IN_FORCE: {
    kind: 'conflict',
    vi: 'Không có ủy quyền cho {deputyId} còn hiệu lực vào ngày {on}',
    en: '{deputyId} is no deputy on {on}',
  },
  DEPUTY_EXPIRY_SYSTEM_ONLY: {
    kind: 'forbidden',
    vi: 'Việc hết thời hạn ủy quyền do bộ hẹn giờ ghi nhận',
    en: 'That a deputy’s days are over is recorded by the timers',
  },
  DEPUTY_STILL_IN_FORCE: {
    kind: 'conflict',
    vi: 'Ủy quyền cho {deputyId} còn hiệu lực đến hết ngày {untilOn}',
    en: '{deputyId} is deputy until {untilOn}',
  },
  OPEN_WORK_SYSTEM_ONLY: {
    kind: 'forbidden',
    vi: 'Danh sách việc phải bàn giao do hệ thống tự lập',
    en: 'The list of open work is made by the system itself',
  },
  OFFICIAL_ERASED: {
    kind: 'conflict',
    vi: 'Tên của {personId} đã được xóa ngày {erasedOn}; hãy dùng mã mới nếu người này trở lại',
    en: 'The name of {personId} was erased on {erasedOn}; use a new id if the person comes back',
  },
} as const satisfies RejectionCatalogue;

export const rejectOfficial = rejectFrom(officialRejections);
