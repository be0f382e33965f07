import { sum, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { WorkPeriod } from '../facts/period-facts';
import type { RatingReason } from '../result';
import type { CompiledRules } from './compiled-rules';

export type Marks =
  | { readonly points: Rational; readonly eventIds: readonly string[] }
  | { readonly points: null; readonly reason: RatingReason };

/** Points for the general criteria; self-marks that no superior confirmed are not points yet. */
export function generalPoints(
  general: WorkPeriod['general'],
  { parameters }: CompiledRules,
): Marks {
  const { article } = parameters.generalItems;
  if (general === null) {
    const words = {
      vi: 'Chưa có điểm tiêu chí chung của kỳ',
      en: 'The period has no marks for the general criteria',
    };
    return {
      points: null,
      reason: { code: 'GENERAL_MARKS_MISSING', words, article, eventIds: [] },
    };
  }
  const { confirmedBy, items = [], total, eventIds } = general;
  if (confirmedBy === null) {
    const words = {
      vi: 'Điểm tiêu chí chung mới là tự chấm, cấp trên chưa xác nhận',
      en: 'The marks for the general criteria are self-marks that no superior confirmed',
    };
    return {
      points: null,
      reason: { code: 'GENERAL_MARKS_UNCONFIRMED', words, article, eventIds },
    };
  }
  const points =
    total === undefined ? sum(items.map(({ mark }) => amountOf(mark))) : amountOf(total);
  return { points, eventIds };
}
