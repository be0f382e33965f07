import type { Label } from '../label';

/**
 * What can be measured of a unit. A rule set names measures from this closed list; adding one is a change of code,
 * weighing them is not.
 */
export const MEASURES = {
  taskQuantity: {
    vi: 'Nhiệm vụ chủ trì đã hoàn thành trên số nhiệm vụ đến kỳ đánh giá',
    en: 'Led tasks completed, of those that can be judged by now',
  },
  taskQuality: {
    vi: 'Chất lượng: số lần có sai sót lớn về nội dung của từng nhiệm vụ đã hoàn thành',
    en: 'Quality: how often each completed task had a major content error',
  },
  taskProgress: {
    vi: 'Tiến độ: số lần chậm của từng nhiệm vụ đã hoàn thành, không tính nguyên nhân khách quan',
    en: 'Progress: how often each completed task was late, objective causes left out',
  },
  reporting: {
    vi: 'Báo cáo tháng đúng hạn (kể cả báo cáo không phát sinh) trên số báo cáo phải nộp',
    en: 'Monthly reports in time (nil reports included), of all that were due',
  },
  coordination: {
    vi: 'Đề nghị phối hợp được trả lời đúng hạn trên số đề nghị đã đến hạn',
    en: 'Requests for coordination answered in time, of those that were due',
  },
  missingReports: {
    vi: 'Số báo cáo tháng không nộp',
    en: 'Monthly reports that never came',
  },
  overdueTasks: {
    vi: 'Số nhiệm vụ quá hạn chưa hoàn thành',
    en: 'Tasks overdue and not completed',
  },
} as const satisfies Readonly<Record<string, Label>>;

export type MeasureName = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];
