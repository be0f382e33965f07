import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about plans can say. */
export const planRejections = {
  PLAN_KEEPER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được nhập, sửa và ban hành kế hoạch',
    en: 'Only the Office or the leaders of the department may import, correct and issue plans',
  },
  PLAN_NOT_FOUND: { kind: 'notFound', vi: 'Không có kế hoạch này', en: 'There is no such plan' },
  PLAN_ALREADY_IMPORTED: {
    kind: 'conflict',
    vi: 'Tệp này đã được nhập thành kế hoạch {planId}',
    en: 'This file was already imported as plan {planId}',
  },
  PLAN_ID_NOT_OF_FILE: {
    kind: 'invalid',
    vi: 'Mã kế hoạch của tệp này phải là {expected}',
    en: 'The plan id of this file must be {expected}',
  },
  TASK_NUMBER_REPEATED: {
    kind: 'invalid',
    vi: 'Số thứ tự nhiệm vụ bị lặp: {numbers}',
    en: 'Task numbers stand twice: {numbers}',
  },
  TASK_NUMBER_UNUSABLE: {
    kind: 'invalid',
    vi: 'Số thứ tự nhiệm vụ quá dài để làm mã: {numbers}',
    en: 'Task numbers are too long to become ids: {numbers}',
  },
  DRAFT_TASK_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Kế hoạch không có nhiệm vụ số {no}',
    en: 'The plan has no task number {no}',
  },
  DRAFT_TASK_DROPPED: {
    kind: 'conflict',
    vi: 'Dự thảo nhiệm vụ số {no} đã bị bỏ',
    en: 'Draft task {no} was dropped',
  },
  PLAN_ALREADY_ISSUED: {
    kind: 'conflict',
    vi: 'Kế hoạch đã ban hành theo {number} ngày {date}',
    en: 'The plan was issued as {number} on {date}',
  },
  PLAN_NOT_ISSUED: {
    kind: 'conflict',
    vi: 'Kế hoạch chưa ban hành',
    en: 'The plan has not been issued',
  },
  PLAN_NUMBER_MISSING: {
    kind: 'invalid',
    vi: 'Chưa có số kế hoạch',
    en: 'The plan has no number yet',
  },
  PLAN_DATE_MISSING: {
    kind: 'invalid',
    vi: 'Chưa có ngày ban hành',
    en: 'The plan has no date of issue yet',
  },
  PLAN_HAS_NO_TASKS: {
    kind: 'invalid',
    vi: 'Kế hoạch không có nhiệm vụ nào để giao',
    en: 'The plan has no task to assign',
  },
  LEAD_NOT_RESOLVED: {
    kind: 'invalid',
    vi: 'Chưa xác định được đơn vị chủ trì của nhiệm vụ {numbers}: {written}',
    en: 'The lead unit of task {numbers} could not be told: {written}',
  },
  TARGET_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Kế hoạch không có chỉ tiêu “{name}”',
    en: 'The plan has no target "{name}"',
  },
  TARGET_VALUE_FROM_FUTURE: {
    kind: 'invalid',
    vi: 'Số liệu tính đến {asOf} không thể báo cáo ngày {on}',
    en: 'A value as of {asOf} cannot be reported on {on}',
  },
} as const satisfies RejectionCatalogue;

export const rejectPlan = rejectFrom(planRejections);
