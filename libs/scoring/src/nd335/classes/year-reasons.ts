import { compareRational, toDecimalText } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { CompiledRules } from '../period/compiled-rules';
import type { RatingStatus, RatingReason } from '../result';
import type { Service } from '../year/service';
import type { YearPeriods } from '../year/year-periods';

/** Why there is no class for want of service; empty when there was enough. */
export function serviceReasons(
  service: Service,
  { parameters }: CompiledRules,
): readonly RatingReason[] {
  const { serviceMonthsMin, unpaidWorkedMonthsMin } = parameters;
  if (compareRational(service.months, amountOf(serviceMonthsMin.value)) < 0) {
    const months = toDecimalText(service.months);
    const words = {
      vi: `Công tác ${months} tháng trong năm, dưới ${serviceMonthsMin.value} tháng: không xếp loại`,
      en: `${months} months of service in the year, under ${serviceMonthsMin.value}: no class`,
    };
    return [{ code: 'SERVICE_TOO_SHORT', words, article: serviceMonthsMin.article, eventIds: [] }];
  }
  const worked = service.workedMonths;
  const isWorkedEnough =
    !service.hasUnpaidLeave || compareRational(worked, amountOf(unpaidWorkedMonthsMin.value)) >= 0;
  if (isWorkedEnough) return [];
  const months = toDecimalText(worked);
  const words = {
    vi: `Nghỉ không lương, thực tế làm ${months} tháng, dưới ${unpaidWorkedMonthsMin.value} tháng: không xếp loại`,
    en: `Unpaid leave, ${months} months actually worked, under ${unpaidWorkedMonthsMin.value}: no class`,
  };
  const { article } = unpaidWorkedMonthsMin;
  return [{ code: 'UNPAID_LEAVE_TOO_LONG', words, article, eventIds: [] }];
}

/** What a year without a mean lacks: periods, their data, or a decision. */
export function openReasons(
  { counted, missing }: YearPeriods,
  { expected }: Service,
  { parameters }: CompiledRules,
): { readonly status: RatingStatus; readonly reasons: readonly RatingReason[] } {
  const article = parameters.period.article;
  const open = counted.filter(({ scored, months }) => months.length > 0 && scored.total === null);
  const reasons: RatingReason[] = open.flatMap(({ scored }) =>
    scored.score.reasons.map((reason) => ({
      ...reason,
      words: {
        vi: `${scored.score.period}: ${reason.words.vi}`,
        en: `${scored.score.period}: ${reason.words.en}`,
      },
    })),
  );
  if (missing.length > 0) {
    const words = {
      vi: `Thiếu dữ liệu các tháng: ${missing.join(', ')}`,
      en: `Months without data: ${missing.join(', ')}`,
    };
    reasons.push({ code: 'MONTHS_MISSING', words, article, eventIds: [] });
  }
  if (expected.length === 0 || (open.length === 0 && missing.length === 0)) {
    const words = {
      vi: 'Không có tháng nào làm việc được chấm điểm',
      en: 'No month of work was scored',
    };
    reasons.push({ code: 'NO_MONTH_SCORED', words, article, eventIds: [] });
  }
  const isDecisionOnly =
    missing.length === 0 &&
    open.length > 0 &&
    open.every(({ scored }) => scored.score.status === 'NEEDS_AUTHORITY');
  return { status: isDecisionOnly ? 'NEEDS_AUTHORITY' : 'INSUFFICIENT_DATA', reasons };
}
