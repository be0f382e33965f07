import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no of reading the calendar and of changing it. */
export const calendarRejections = {
  CALENDAR_YEAR_NOT_COVERED: {
    kind: 'invalid',
    vi: 'Lịch làm việc chỉ có từ năm {first} đến năm {last}; ngày {on} nằm ngoài',
    en: 'The working calendar covers {first} to {last}; {on} lies outside',
  },
  CALENDAR_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có lịch làm việc {calendar}; hiện có: {known}',
    en: 'There is no calendar {calendar}; there is: {known}',
  },
  CALENDAR_KEEPER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được thay đổi lịch làm việc',
    en: 'Only the Office or the leaders of the department may change the working calendar',
  },
  NOTICE_ID_USED: {
    kind: 'conflict',
    vi: 'Mã thông báo {noticeId} đã dùng với nội dung khác hoặc đã rút; hãy dùng mã mới',
    en: 'Notice id {noticeId} was used with other content or was withdrawn; use a new one',
  },
  NOTICE_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có thông báo {noticeId}',
    en: 'There is no notice {noticeId}',
  },
  NOTICE_DAY_TWICE: {
    kind: 'invalid',
    vi: 'Ngày {on} có hai lần trong thông báo',
    en: 'The notice names {on} twice',
  },
  NOTICE_DAY_TAKEN: {
    kind: 'conflict',
    vi: 'Ngày {on} đã theo thông báo {noticeId}; hãy rút thông báo đó trước',
    en: 'Notice {noticeId} already decides {on}; withdraw it first',
  },
  NOTICE_DAY_ALREADY_SO: {
    kind: 'conflict',
    vi: 'Ngày {on} vốn đã như vậy ({becomes}) theo {legalBasis}',
    en: 'The day {on} is so already ({becomes}) by {legalBasis}',
  },
  NOTICE_DAY_ON_WEEKEND: {
    kind: 'invalid',
    vi: 'Ngày {on} là ngày nghỉ cuối tuần nên không thể là {becomes}; ngày đi làm bù ghi là make-up',
    en: 'The day {on} is a weekend and cannot become {becomes}; a weekend that is worked is make-up',
  },
  NOTICE_DAY_ON_WEEKDAY: {
    kind: 'invalid',
    vi: 'Ngày {on} là ngày trong tuần nên không thể là ngày làm bù; đi làm bình thường ghi là working',
    en: 'The day {on} is a weekday and cannot be a make-up day; a weekday that is worked is working',
  },
  NOTICE_SWAP_UNBALANCED: {
    kind: 'invalid',
    vi: 'Thông báo hoán đổi {off} ngày nghỉ nhưng có {worked} ngày làm bù; hai số phải bằng nhau',
    en: 'The notice swaps {off} days off against {worked} make-up days; both must be equal',
  },
  NOTICE_PAST_NEEDS_REASON: {
    kind: 'invalid',
    vi: 'Ngày {on} đã đến, hạn đã công bố có thể dựa vào ngày đó; hãy nêu lý do (reason)',
    en: 'The day {on} has come and published deadlines may rest on it; state a reason',
  },
} as const satisfies RejectionCatalogue;

export const rejectCalendar = rejectFrom(calendarRejections);
