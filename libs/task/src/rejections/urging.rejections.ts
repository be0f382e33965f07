import type { RejectionCatalogue } from '@thidua/kernel';

/** About what the timers of a flow do by themselves. */
export const urgingRejections = {
  ONLY_BY_TIMER: {
    kind: 'forbidden',
    vi: 'Việc này chỉ do bộ hẹn giờ của quy trình thực hiện.',
    en: 'Only the timers of the flow do this.',
  },
  TIMER_UNKNOWN: {
    kind: 'invalid',
    vi: 'Quy trình của nhiệm vụ không có bộ hẹn giờ {timer} loại {does}.',
    en: 'The flow of the task has no timer {timer} that does {does}.',
  },
  TIMER_NOT_DUE: {
    kind: 'invalid',
    vi: 'Bộ hẹn giờ {timer} đến ngày {forOn} mới đến lượt; hôm nay là ngày {on}.',
    en: 'Timer {timer} is due on {forOn}; today is {on}.',
  },
  TIMER_STALE: {
    kind: 'conflict',
    vi: 'Bộ hẹn giờ {timer} tính từ ngày {countedFrom} không còn đúng với nhiệm vụ.',
    en: 'Timer {timer} counted from {countedFrom} no longer fits the task.',
  },
} as const satisfies RejectionCatalogue;
