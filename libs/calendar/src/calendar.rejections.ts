import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no of reading the calendar. */
export const calendarRejections = {
  CALENDAR_YEAR_NOT_COVERED: {
    kind: 'invalid',
    vi: 'Lịch làm việc chỉ có từ năm {first} đến năm {last}; ngày {on} nằm ngoài',
    en: 'The working calendar covers {first} to {last}; {on} lies outside',
  },
} as const satisfies RejectionCatalogue;

export const rejectDay = rejectFrom(calendarRejections);
