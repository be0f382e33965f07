import type { RejectionCatalogue } from '@thidua/kernel';

/** About monthly reports, coordination and products. */
export const reportingRejections = {
  PERIOD_ALREADY_REPORTED: {
    kind: 'conflict',
    vi: 'Đơn vị {unitId} đã báo cáo tháng {period}.',
    en: 'Unit {unitId} has already reported for {period}.',
  },
  PERIOD_IN_FUTURE: {
    kind: 'invalid',
    vi: 'Chưa đến tháng {period}; chỉ báo cáo được đến tháng {latest}.',
    en: '{period} has not begun; reports go up to {latest}.',
  },
  PERIOD_BEFORE_ASSIGNMENT: {
    kind: 'invalid',
    vi: 'Tháng {period} trước tháng giao nhiệm vụ ({earliest}).',
    en: '{period} is before the month of the assignment ({earliest}).',
  },
  RESULT_NOT_REPORTED: {
    kind: 'conflict',
    vi: 'Chưa có kết quả nào được báo cáo để xác nhận.',
    en: 'No result has been reported that could be verified.',
  },
  COORDINATION_NOT_ASKED: {
    kind: 'invalid',
    vi: 'Không có đề nghị phối hợp {requestId}.',
    en: 'Coordination {requestId} was never asked for.',
  },
  COORDINATION_ALREADY_ANSWERED: {
    kind: 'conflict',
    vi: 'Đề nghị phối hợp {requestId} đã được trả lời ngày {answeredOn}.',
    en: 'Coordination {requestId} was answered on {answeredOn}.',
  },
  COORDINATION_WITHIN_UNIT: {
    kind: 'invalid',
    vi: 'Không thể đề nghị chính đơn vị mình ({unitId}) phối hợp.',
    en: 'A unit cannot ask itself ({unitId}) for coordination.',
  },
  PRODUCT_NOT_FOUND: {
    kind: 'invalid',
    vi: 'Trường {field}: nhiệm vụ không có sản phẩm {productId}.',
    en: 'Field {field}: the task has no product {productId}.',
  },
  PRODUCT_NOT_HANDED_IN: {
    kind: 'conflict',
    vi: 'Sản phẩm {productId} chưa được nộp, hoặc bản đã nộp đã bị trả lại.',
    en: 'Product {productId} is not handed in, or what was handed in has been returned.',
  },
  PRODUCT_ALREADY_HANDED_IN: {
    kind: 'conflict',
    vi: 'Sản phẩm {productId} đã nộp ngày {handedInOn} và đang chờ nghiệm thu.',
    en: 'Product {productId} was handed in on {handedInOn} and awaits its verdict.',
  },
  PRODUCT_ALREADY_ACCEPTED: {
    kind: 'conflict',
    vi: 'Sản phẩm {productId} đã được nghiệm thu.',
    en: 'Product {productId} is already accepted.',
  },
  NOT_A_MILESTONE_TASK: {
    kind: 'conflict',
    vi: 'Nhiệm vụ không thuộc loại báo cáo định kỳ sau khi đạt mốc.',
    en: 'The task is not one that goes on with reports after a milestone.',
  },
  MILESTONE_ALREADY_REACHED: {
    kind: 'conflict',
    vi: 'Mốc đã đạt ngày {reachedOn}.',
    en: 'The milestone was reached on {reachedOn}.',
  },
} as const satisfies RejectionCatalogue;
