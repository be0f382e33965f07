import { compareRational, rational, toDecimalText } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { eventsOf } from '../event-ids';
import type { UnitTasks, UnitYear } from '../facts/unit-facts';
import { commaText } from '../numbers/figure';
import type { RatedClass } from '../rated-class';
import type { RatingReason } from '../result';
import type { OrganisationRules } from '../rule-set/rule-set';

interface Condition {
  readonly holds: boolean;
  readonly otherwise: RatingReason;
}

/** `12/40 = 30.00 %`. */
const shareEn = (part: number, whole: number): string =>
  `${part}/${whole} = ${toDecimalText(rational(100 * part, whole))} %`;

/** `12/40 = 30,00 %`. */
const shareVi = (part: number, whole: number): string =>
  `${part}/${whole} = ${commaText(rational(100 * part, whole))} %`;

const condition = (holds: boolean, otherwise: RatingReason): Condition => ({ holds, otherwise });

/** Open as long as nobody said so: it is never taken for granted. */
function shortcomingsFixed({ shortcomingsFixed: isFixed }: UnitYear, article: string): Condition {
  const words =
    isFixed === null
      ? {
          vi: 'Chưa có kết luận hạn chế của kỳ trước đã khắc phục hay chưa',
          en: 'Nobody concluded yet whether earlier shortcomings are fixed',
        }
      : {
          vi: 'Hạn chế của kỳ trước chưa khắc phục hết',
          en: 'Earlier shortcomings are not all fixed',
        };
  const code = isFixed === null ? 'SHORTCOMINGS_UNKNOWN' : 'SHORTCOMINGS_NOT_FIXED';
  return condition(isFixed === true, { code, words, article, eventIds: [] });
}

/** What each class asks for beside its points. */
export function classConditions(
  year: UnitYear,
  tasks: UnitTasks,
  { parameters }: OrganisationRules,
): Readonly<Record<RatedClass, readonly Condition[]>> {
  const { bands, exceedMin, lateMax } = parameters;
  const { total } = tasks;
  const asks = (
    holds: boolean,
    code: string,
    [vi, en]: readonly [string, string],
    eventIds = eventsOf(tasks),
  ): Condition => condition(holds, { code, words: { vi, en }, article: bands.article, eventIds });
  const allWell = asks(tasks.onTimeWithQuality === total, 'NOT_ALL_ON_TIME', [
    `Đúng tiến độ, bảo đảm chất lượng ${shareVi(tasks.onTimeWithQuality, total)}, cần 100 %`,
    `On time with quality ${shareEn(tasks.onTimeWithQuality, total)}; 100 % is asked`,
  ]);
  const allDone = asks(tasks.done === total, 'NOT_ALL_DONE', [
    `Hoàn thành ${shareVi(tasks.done, total)}, cần 100 %`,
    `Done ${shareEn(tasks.done, total)}; 100 % is asked`,
  ]);
  const exceeds = asks(
    compareRational(rational(tasks.exceeded, total), amountOf(exceedMin.value)) >= 0,
    'TOO_FEW_EXCEED',
    [
      `Vượt mức ${shareVi(tasks.exceeded, total)}, cần từ ${exceedMin.value}`,
      `Exceeded ${shareEn(tasks.exceeded, total)}; at least ${exceedMin.value} is asked`,
    ],
  );
  const below = year.subUnitsNotCompleted;
  const names = below.map(({ unitId }) => unitId).join(', ');
  const noneBelow = asks(
    below.length === 0,
    'SUB_UNIT_NOT_COMPLETED',
    [`Có đơn vị trực thuộc xếp KHT: ${names}`, `Sub-units rated KHT: ${names}`],
    eventsOf(...below),
  );
  const fixed = shortcomingsFixed(year, bands.article);
  const fewLate = asks(
    compareRational(rational(tasks.late, total), amountOf(lateMax.value)) <= 0,
    'TOO_MANY_LATE',
    [
      `Chậm tiến độ ${shareVi(tasks.late, total)}, nhiều nhất ${lateMax.value}`,
      `Behind schedule ${shareEn(tasks.late, total)}; at most ${lateMax.value}`,
    ],
  );
  return {
    HTXS: [allWell, exceeds, noneBelow, fixed],
    HTT: [allWell],
    HT: [allDone, fewLate],
    KHT: [],
  };
}

export const failedConditions = (conditions: readonly Condition[]): readonly RatingReason[] =>
  conditions.filter(({ holds }) => !holds).map(({ otherwise }) => otherwise);
