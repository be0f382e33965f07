import {
  dividedBy,
  minus,
  plus,
  rational,
  smaller,
  sum,
  times,
  ZERO,
  type Rational,
} from '@thidua/kernel';
import { figure } from '../../nd335/numbers/figure';
import { amountOf } from '../../validate-rule-set';
import type { Stage } from '../facts/table-facts';
import type { EmulationTable, TableRules } from '../rules/table-rules';
import type { Side, StageTotal, TableReason, TableStatus } from './table-result';
import { weighItem, type SidedItem, type Weighed } from './weigh-item';

const HUNDRED = rational(100);

type Row = SidedItem & { readonly weighed: Weighed };

const pointsOn = (rows: readonly Row[], side: Side): Rational =>
  sum(rows.filter((row) => row.side === side).map(({ weighed }) => weighed.points ?? ZERO));

function statusOf(reasons: readonly TableReason[]): TableStatus {
  if (reasons.some(({ code }) => code === 'NOT_MARKED')) return 'INSUFFICIENT_DATA';
  return reasons.some(({ code }) => code === 'NOT_ARISEN_OPEN') ? 'NEEDS_AUTHORITY' : 'SCORED';
}

const maximumOf = (rows: readonly Row[]): Rational =>
  sum(rows.flatMap(({ side, weighed }) => (side === 'ITEM' ? (weighed.maximum ?? []) : [])));

/** `S = Σ items + min(bonus, cap) − penalty`, the penalty under its own cap where there is one. */
function emulationTotal(rows: readonly Row[], { parameters }: EmulationTable) {
  const { bonusCap, penaltyCap } = parameters;
  const [items, claimed, taken] = [
    pointsOn(rows, 'ITEM'),
    pointsOn(rows, 'BONUS'),
    pointsOn(rows, 'PENALTY'),
  ];
  const bonus = bonusCap.enabled ? smaller(claimed, amountOf(bonusCap.value)) : ZERO;
  const penalty = penaltyCap.enabled ? smaller(taken, amountOf(penaltyCap.value)) : taken;
  return {
    items: figure(items),
    bonus: figure(bonus),
    penalty: figure(penalty),
    survey: null,
    maximum: figure(maximumOf(rows)),
    total: figure(minus(plus(items, bonus), penalty)),
  };
}

/** The survey's maximum of the criteria that apply. */
const surveyMaximum = (rows: readonly Row[]): Rational =>
  sum(
    rows
      .filter(({ weighed }) => weighed.maximum !== null)
      .map(({ item }) => ('surveyMax' in item ? amountOf(item.surveyMax) : ZERO)),
  );

/** `(points + survey) / maximum that applies × 100`; null where nothing applies. */
function reformTotal(rows: readonly Row[]) {
  const items = pointsOn(rows, 'ITEM');
  const survey = sum(rows.map(({ weighed }) => weighed.survey ?? ZERO));
  const maximum = plus(maximumOf(rows), surveyMaximum(rows));
  const isAny = maximum.numerator > 0n;
  return {
    items: figure(items),
    bonus: null,
    penalty: null,
    survey: figure(survey),
    maximum: figure(maximum),
    total: isAny ? figure(times(dividedBy(plus(items, survey), maximum), HUNDRED)) : null,
  };
}

const NOTHING = {
  items: null,
  bonus: null,
  penalty: null,
  survey: null,
  maximum: null,
  total: null,
} as const;

/** A stage added up over the items; nothing is added as long as one number is missing. */
export function stageTotal(
  sided: readonly SidedItem[],
  stage: Stage,
  rules: TableRules,
): StageTotal {
  const rows = sided.map((each) => ({ ...each, weighed: weighItem(each, stage, rules) }));
  const reasons = rows.flatMap(({ weighed }) => weighed.reasons);
  const status = statusOf(reasons);
  if (status !== 'SCORED') return { stage, status, ...NOTHING, reasons };
  const totals = rules.subject === 'REFORM_SHEET' ? reformTotal(rows) : emulationTotal(rows, rules);
  if (totals.total !== null) return { stage, status, ...totals, reasons };
  return { stage, status: 'INSUFFICIENT_DATA', ...totals, reasons };
}
