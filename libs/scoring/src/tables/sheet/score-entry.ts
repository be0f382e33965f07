import { ZERO } from '@thidua/kernel';
import { uniqueSorted } from '../../nd335/event-ids';
import { linkedEvents } from '../../nd335/facts/without-event';
import { figure } from '../../nd335/numbers/figure';
import { amountOf } from '../../validate-rule-set';
import { STAGES, type EntryFacts, type MarkFacts, type Stage } from '../facts/table-facts';
import type { Criterion, TableItem } from '../rules/table-item';
import type { TableRules } from '../rules/table-rules';
import { formulaOf, pointsOf } from './item-points';
import { stageTotal } from './stage-total';
import type { EntryResult, ItemResult, Side, StagePoints } from './table-result';
import { isUnproven, type SidedItem } from './weigh-item';

function sidedItems(rules: TableRules, { items }: EntryFacts): readonly SidedItem[] {
  const on = (side: Side, list: readonly (TableItem | Criterion)[]): readonly SidedItem[] =>
    list
      .filter(({ enabled }) => enabled)
      .map((item) => ({
        side,
        item,
        marked: items.find(({ itemId }) => itemId === item.id) ?? null,
      }));
  if (rules.subject === 'REFORM_SHEET') return on('ITEM', rules.items);
  return [
    ...on('ITEM', rules.items),
    ...on('BONUS', rules.bonuses),
    ...on('PENALTY', rules.penalties),
  ];
}

function stagePoints(sided: SidedItem, mark: MarkFacts, rules: TableRules) {
  const { item } = sided;
  const { actor, at, reason } = mark;
  const found = pointsOf(item, mark);
  const isTaken = mark.stage !== 'SURVEY' && isUnproven(sided, rules);
  const result: StagePoints = {
    points: figure(isTaken ? ZERO : found),
    marked: figure(found),
    formula: formulaOf(item, mark),
    actor,
    at,
    reason,
    eventIds: uniqueSorted(mark.eventIds),
  };
  return [mark.stage, result] as const;
}

function itemResult(sided: SidedItem, rules: TableRules): ItemResult {
  const { item, marked, side } = sided;
  const stages = (marked?.marks ?? []).map((mark) => stagePoints(sided, mark, rules));
  const { notArisen = null } = marked ?? {};
  return {
    itemId: item.id,
    side,
    title: item.title,
    max: figure(amountOf(item.max)),
    unitId: 'unitId' in item ? item.unitId : null,
    article: item.article,
    notArisen:
      notArisen === null ? null : { reason: notArisen.reason, decidedBy: notArisen.decidedBy },
    stages: Object.fromEntries(stages),
    evidence: marked?.evidence ?? [],
  };
}

/** The stages of a reform sheet: nobody cross-marks another's. */
const stagesOf = ({ subject }: TableRules): readonly Stage[] =>
  STAGES.filter((stage) => subject === 'EMULATION_TABLE' || stage !== 'CROSS');

/** A unit's sheet: every stage beside the other, each added up on its own. */
export function scoreEntry(entry: EntryFacts, rules: TableRules): EntryResult {
  const sided = sidedItems(rules, entry);
  const totals = stagesOf(rules).map((stage) => stageTotal(sided, stage, rules));
  const reached = totals.findLast(({ status }) => status === 'SCORED')?.stage ?? null;
  return {
    id: entry.id,
    groupId: entry.groupId,
    reached,
    totals,
    items: sided.map((each) => itemResult(each, rules)),
    eventIds: linkedEvents(entry),
  };
}
