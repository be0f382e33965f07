import { compareRational, sum, toFractionText, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { shapeProblems, type Problem } from '../shape-problems';
import type { AnyParameter } from './parameter';
import { decreeRuleSetSchema, type CivilServantRules, type DecreeRuleSet } from './rule-set';

/** Rules that may be off; without any other one there is no score. */
const OPTIONAL = new Set([
  'december',
  'headCeiling',
  'partyQuarterFlags',
  'cstdcsQuota',
  'ballotThreshold',
  'reportWindow',
]);

const at = (path: string, message: string): Problem => ({ path, message });

const isMore = (a: string, b: string): boolean => compareRational(amountOf(a), amountOf(b)) > 0;
const isSame = (a: Rational, b: string): boolean => compareRational(a, amountOf(b)) === 0;

/** The parameters by name, whatever their values. */
export const parametersOf = (ruleSet: DecreeRuleSet): Readonly<Record<string, AnyParameter>> =>
  ruleSet.parameters;

/** What nobody confirmed is off, unless somebody answers for it by name. */
export function unconfirmedProblem(
  path: string,
  { confidence, enabled, approver }: Pick<AnyParameter, 'confidence' | 'enabled' | 'approver'>,
): readonly Problem[] {
  if (!enabled || confidence !== 'L' || approver !== null) return [];
  return [
    at(
      `${path}.enabled`,
      'quy tắc chưa được xác nhận (mức L) phải để tắt, hoặc nêu người phê duyệt ở approver (an unconfirmed rule is off unless an approver is named)',
    ),
  ];
}

function confidenceProblem(name: string, parameter: AnyParameter): readonly Problem[] {
  const { enabled } = parameter;
  const path = `parameters.${name}.enabled`;
  const unconfirmed = unconfirmedProblem(`parameters.${name}`, parameter);
  if (unconfirmed.length > 0) return unconfirmed;
  if (!enabled && !OPTIONAL.has(name)) {
    return [
      at(path, 'quy tắc này phải bật, không có nó thì không tính được (this rule must be on)'),
    ];
  }
  return [];
}

export const validityProblem = (
  path: string,
  from: string,
  until: string | null,
): readonly Problem[] =>
  until === null || until >= from
    ? []
    : [at(path, 'ngày hết hiệu lực trước ngày có hiệu lực (ends before it begins)')];

function parameterProblems(ruleSet: DecreeRuleSet): readonly Problem[] {
  return Object.entries(parametersOf(ruleSet)).flatMap(([name, parameter]) => [
    ...confidenceProblem(name, parameter),
    ...validityProblem(`parameters.${name}.validUntil`, parameter.validFrom, parameter.validUntil),
  ]);
}

const SHARES = [
  'quotaShare',
  'quotaShareMax',
  'deductQuality',
  'deductLate',
  'exceedMin',
  'lateMax',
  'notCompletedBelow',
  'lackingMax',
  'missedOver',
  'targetsExceededMin',
  'subUnitsGoodMin',
  'targetsOnTimeMin',
  'targetsDoneMin',
  'targetsNotDoneBelow',
];

function shareProblems(ruleSet: DecreeRuleSet): readonly Problem[] {
  const parameters = parametersOf(ruleSet);
  const over = SHARES.flatMap((name) => {
    const value = parameters[name]?.value;
    if (typeof value !== 'string' || !isMore(value, '1')) return [];
    return [at(`parameters.${name}.value`, 'là một phần, không quá 1 (a share is at most 1)')];
  });
  const { quotaShare, quotaShareMax } = ruleSet.parameters;
  if (!isMore(quotaShare.value, quotaShareMax.value)) return over;
  const message = `không nhỏ hơn quotaShare ${quotaShare.value} (at least quotaShare)`;
  return [...over, at('parameters.quotaShareMax.value', message)];
}

function bandProblems(ruleSet: DecreeRuleSet): readonly Problem[] {
  if (ruleSet.subject === 'CIVIL_SERVANTS_UNTIL_2025') return [];
  const { HTXS, HTT, HT } = ruleSet.parameters.bands.value;
  const message = 'phải giảm dần HTXS > HTT > HT (must fall from HTXS to HT)';
  return isMore(HTXS, HTT) && isMore(HTT, HT) ? [] : [at('parameters.bands.value', message)];
}

function scaleProblems(ruleSet: DecreeRuleSet): readonly Problem[] {
  if (ruleSet.subject === 'CIVIL_SERVANTS_UNTIL_2025') return [];
  const [name, general, other] =
    ruleSet.subject === 'ORGANISATIONS'
      ? ['resultMax', ruleSet.parameters.generalMax, ruleSet.parameters.resultMax]
      : ['taskMax', ruleSet.parameters.generalMax, ruleSet.parameters.taskMax];
  if (isSame(sum([amountOf(general.value), amountOf(other.value)]), '100')) return [];
  return [at(`parameters.${name}.value`, 'cùng generalMax phải đủ 100 điểm (100 with generalMax)')];
}

function civilServantProblems({ parameters }: CivilServantRules): readonly Problem[] {
  const items = parameters.generalItems.value;
  const total = sum(items.map(({ max }) => amountOf(max)));
  const { low, high } = parameters.leaderLevels.value;
  const { period, december, generalMax } = parameters;
  return [
    ...(isSame(total, generalMax.value)
      ? []
      : [
          at(
            'parameters.generalItems.value',
            `điểm tối đa của các mục cộng lại là ${toFractionText(total)}, phải bằng generalMax ${generalMax.value} (the maxima must add up to generalMax)`,
          ),
        ]),
    ...(new Set(items.map(({ id }) => id)).size === items.length
      ? []
      : [at('parameters.generalItems.value', 'mã của mục bị trùng (an id is used twice)')]),
    ...(isMore(high, low) && !isMore(high, '100')
      ? []
      : [at('parameters.leaderLevels.value', 'phải là low < high ≤ 100 (low < high ≤ 100)')]),
    ...(period.value === 'QUARTER' && december.enabled && december.value === 'MONTHS_1_TO_11'
      ? [
          at(
            'parameters.december.value',
            'kỳ là quý thì không bỏ riêng tháng 12 được (December cannot be left out of a quarter)',
          ),
        ]
      : []),
  ];
}

/** Everything that is wrong with a rule set of the decrees; empty when it may be used. */
export function decreeRuleSetProblems(input: unknown): readonly Problem[] {
  const shape = decreeRuleSetSchema.safeParse(input);
  if (!shape.success) return shapeProblems(shape.error.issues);
  const ruleSet = shape.data;
  return [
    ...validityProblem('validUntil', ruleSet.validFrom, ruleSet.validUntil),
    ...parameterProblems(ruleSet),
    ...shareProblems(ruleSet),
    ...bandProblems(ruleSet),
    ...scaleProblems(ruleSet),
    ...(ruleSet.subject === 'CIVIL_SERVANTS' ? civilServantProblems(ruleSet) : []),
  ];
}
