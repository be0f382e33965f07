import { ZERO, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { STAGES, type MarkedItem, type Stage } from '../facts/table-facts';
import type { Criterion, TableItem } from '../rules/table-item';
import type { TableRules } from '../rules/table-rules';
import { pointsOf } from './item-points';
import type { Side, TableReason } from './table-result';

/** An item of the table with what was marked on it. */
export interface SidedItem {
  readonly side: Side;
  readonly item: TableItem | Criterion;
  readonly marked: MarkedItem | null;
}

/** What an item brings at a stage; `points` and `survey` null where that is not known or not settled. */
export interface Weighed {
  readonly points: Rational | null;
  readonly survey: Rational | null;
  /** Most it could have brought; null where the item is left out. */
  readonly maximum: Rational | null;
  readonly reasons: readonly TableReason[];
}

const surveyMaxOf = (item: TableItem | Criterion): Rational =>
  'surveyMax' in item ? amountOf(item.surveyMax) : ZERO;

const reason = (
  code: TableReason['code'],
  { id: itemId, article }: TableItem,
  [vi, en]: readonly [vi: string, en: string],
): TableReason => ({
  code,
  itemId,
  words: { vi: `${itemId}: ${vi}`, en: `${itemId}: ${en}` },
  article,
});

function weighNotArisen(
  { item, side }: SidedItem,
  { notArisen }: TableRules['parameters'],
): Weighed {
  const [points, survey] = [amountOf(item.max), surveyMaxOf(item)];
  if (side !== 'ITEM') return { points: ZERO, survey: ZERO, maximum: null, reasons: [] };
  if (!notArisen.enabled) {
    const open = reason('NOT_ARISEN_OPEN', item, [
      'không phát sinh, bảng chưa quy định loại trừ hay chấm đủ điểm',
      'did not arise, and the table does not say whether it is left out or given full marks',
    ]);
    return { points: null, survey: null, maximum: null, reasons: [open] };
  }
  if (notArisen.value === 'FULL_MARKS') {
    const full = reason('NOT_ARISEN', item, [
      'không phát sinh, chấm đủ điểm',
      'did not arise: full marks',
    ]);
    return { points, survey, maximum: amountOf(item.max), reasons: [full] };
  }
  const excluded = reason('NOT_ARISEN', item, [
    'không phát sinh, không tính',
    'did not arise: left out',
  ]);
  return { points: ZERO, survey: ZERO, maximum: null, reasons: [excluded] };
}

/** A bonus or penalty nobody claimed is none; one that was claimed has to be stated again at each later stage. */
function isNotClaimed({ side, marked }: SidedItem, stage: Stage): boolean {
  if (side === 'ITEM') return false;
  const earlier = STAGES.slice(0, STAGES.indexOf(stage) + 1);
  return !(marked?.marks ?? []).some((mark) => earlier.some((each) => each === mark.stage));
}

const NO_EVIDENCE = ['không có tài liệu kiểm chứng, 0 điểm', 'no evidence, so no points'] as const;

/** Whether the rule about evidence takes the marks of an item away; a penalty and a survey need none. */
export const isUnproven = (
  { marked, side }: SidedItem,
  { parameters }: Pick<TableRules, 'parameters'>,
): boolean =>
  parameters.evidenceRequired.enabled && side !== 'PENALTY' && marked?.evidence.length === 0;

/** What the survey gave; null as long as one is asked for and not in. */
function surveyOf({ item, marked }: SidedItem): Rational | null {
  if (surveyMaxOf(item).numerator === 0n) return ZERO;
  const surveyed = marked?.marks.find(({ stage }) => stage === 'SURVEY');
  return surveyed === undefined ? null : amountOf(surveyed.points ?? '0');
}

/** Null as long as it is not marked. A criterion that only the survey marks has nothing for an office to state. */
function ownPoints({ item, marked }: SidedItem, stage: Stage): Rational | null {
  const mark = marked?.marks.find((each) => each.stage === stage);
  if (mark !== undefined) return pointsOf(item, mark);
  const isSurveyOnly = 'surveyMax' in item && amountOf(item.max).numerator === 0n;
  return isSurveyOnly ? ZERO : null;
}

function weighMarked(sided: SidedItem, stage: Stage, rules: TableRules): Weighed {
  const { item } = sided;
  const [found, survey] = [ownPoints(sided, stage), surveyOf(sided)];
  const reasons: TableReason[] = [];
  if (found === null) {
    reasons.push(
      reason('NOT_MARKED', item, [`chưa chấm ở bước ${stage}`, `not marked at ${stage}`]),
    );
  }
  if (survey === null) {
    reasons.push(reason('NOT_MARKED', item, ['chưa có điểm điều tra', 'without its survey']));
  }
  const isTaken = found !== null && found.numerator > 0n && isUnproven(sided, rules);
  if (isTaken) reasons.push(reason('NO_EVIDENCE', item, NO_EVIDENCE));
  return { points: isTaken ? ZERO : found, survey, maximum: amountOf(item.max), reasons };
}

/** What the item brings at the stage. */
export function weighItem(sided: SidedItem, stage: Stage, rules: TableRules): Weighed {
  const { item, marked } = sided;
  if (marked !== null && marked.notArisen !== null) {
    return weighNotArisen(sided, rules.parameters);
  }
  if (!isNotClaimed(sided, stage)) return weighMarked(sided, stage, rules);
  return { points: ZERO, survey: ZERO, maximum: amountOf(item.max), reasons: [] };
}
