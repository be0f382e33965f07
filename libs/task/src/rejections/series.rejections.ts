import type { RejectionCatalogue } from '@thidua/kernel';

/** About series of reports and counted occurrences. */
export const seriesRejections = {
  NOT_A_SERIES_TASK: {
    kind: 'conflict',
    vi: 'Nhiệm vụ không thuộc loại định kỳ nên không có kỳ báo cáo.',
    en: 'The task is not a recurring one, so it has no report periods.',
  },
  MILESTONE_NOT_REACHED: {
    kind: 'conflict',
    vi: 'Chưa đạt mốc của nhiệm vụ; việc này chỉ làm sau khi ghi nhận đạt mốc.',
    en: 'The milestone of the task is not reached; this comes after it.',
  },
  SERIES_NOT_SET: {
    kind: 'conflict',
    vi: 'Chưa ấn định nhiệm vụ báo cáo theo tháng, quý, sáu tháng hay năm.',
    en: 'It is not set yet whether the task is reported on by month, quarter, half-year or year.',
  },
  PERIOD_NOT_OF_SERIES: {
    kind: 'invalid',
    vi: 'Trường {field}: nhiệm vụ báo cáo theo kỳ dạng {example}, không phải {period}.',
    en: 'Field {field}: the periods of this series look like {example}, not {period}.',
  },
  SERIES_PERIOD_NOT_BEGUN: {
    kind: 'invalid',
    vi: 'Trường {field}: kỳ {period} bắt đầu từ {fromOn}, chưa đến.',
    en: 'Field {field}: period {period} begins on {fromOn}, which has not come.',
  },
  PERIOD_BEFORE_SERIES: {
    kind: 'invalid',
    vi: 'Trường {field}: kỳ {period} kết thúc trước ngày bắt đầu chuỗi báo cáo ({startOn}).',
    en: 'Field {field}: period {period} ends before the series begins ({startOn}).',
  },
  PERIOD_ALREADY_COVERED: {
    kind: 'conflict',
    vi: 'Kỳ {period} trùng thời gian với kỳ {covered} đã mở.',
    en: 'Period {period} overlaps with period {covered}, which is open already.',
  },
  PERIOD_NOT_OPENED: {
    kind: 'conflict',
    vi: 'Kỳ {period} chưa được mở.',
    en: 'Period {period} is not open.',
  },
  SERIES_PERIOD_ALREADY_REPORTED: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} đã báo cáo kỳ {period} ngày {reportedOn}.',
    en: 'Unit {unitId} reported on period {period} on {reportedOn}.',
  },
  TEXT_OR_NIL: {
    kind: 'invalid',
    vi: 'Trường {field}: nêu nội dung báo cáo, hoặc đặt nil là true nếu không phát sinh; không dùng cả hai.',
    en: 'Field {field}: give a text, or set nil to true when nothing arose; not both.',
  },
  OCCURRENCE_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: không có lần thực hiện {occurrenceId}.',
    en: 'Field {field}: there is no occurrence {occurrenceId}.',
  },
  OCCURRENCE_ALREADY_WITHDRAWN: {
    kind: 'conflict',
    vi: 'Lần thực hiện {occurrenceId} đã bị loại ngày {withdrawnOn}.',
    en: 'Occurrence {occurrenceId} was withdrawn on {withdrawnOn}.',
  },
  COUNT_NOT_REACHED: {
    kind: 'conflict',
    vi: 'Mới thực hiện {reached}/{target} lần; chỉ lãnh đạo Sở được chấp nhận thiếu, kèm lý do (belowTargetReason).',
    en: 'It took place {reached} of {target} times; only a director may accept fewer, with a reason (belowTargetReason).',
  },
} as const satisfies RejectionCatalogue;
