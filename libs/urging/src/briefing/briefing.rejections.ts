import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

export const briefingRejections = {
  BRIEFING_ONLY_BY_TIMER: {
    kind: 'forbidden',
    vi: 'Kỳ báo cáo giao ban chỉ do bộ hẹn giờ mở và chốt.',
    en: 'Only the timers open and close a briefing.',
  },
  BRIEFING_NOT_OVER: {
    kind: 'conflict',
    vi: 'Kỳ giao ban tháng {month} chốt từ ngày {forOn}; hôm nay là ngày {on}.',
    en: 'The briefing of {month} closes from {forOn}; today is {on}.',
  },
} as const satisfies RejectionCatalogue;

export const rejectBriefing = rejectFrom(briefingRejections);
