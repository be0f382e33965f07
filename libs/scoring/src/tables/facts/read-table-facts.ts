import { compareRational, ONE, toNfcDeep, ZERO } from '@thidua/kernel';
import { repeatedIds } from '../../nd335/facts/check-people';
import { inOrder } from '../../nd335/facts/in-order';
import { listed, rejectScoring } from '../../nd335/nd335.rejections';
import { shapeProblems, type Problem } from '../../nd335/shape-problems';
import { amountOf } from '../../validate-rule-set';
import type { Criterion, TableItem } from '../rules/table-item';
import { placedItems } from '../rules/table-problems';
import type { TableRules } from '../rules/table-rules';
import {
  tableFactsSchema,
  type EntryFacts,
  type MarkedItem,
  type MarkFacts,
  type TableFacts,
} from './table-facts';

const at = (path: string, message: string): Problem => ({ path, message });

function measureProblems({ value, of }: MarkFacts, kind: TableItem['kind']): readonly string[] {
  const isShare = kind === 'RATIO' || kind === 'BANDS';
  if (value === null) return ['cần value hoặc points (needs value or points)'];
  if (isShare && of === null) return ['cần of, là số kế hoạch (needs of, what was planned)'];
  if (!isShare && of !== null) return [`mục ${kind} không có of (${kind} takes no of)`];
  if (of !== null && compareRational(amountOf(of), ZERO) === 0) {
    return ['of phải lớn hơn 0; không phát sinh thì ghi notArisen (of must be more than 0)'];
  }
  const isYesOrNo = [ZERO, ONE].some((each) => compareRational(amountOf(value), each) === 0);
  return kind === 'FIXED' && !isYesOrNo ? ['value phải là "1" hoặc "0" (must be 1 or 0)'] : [];
}

/** What a stage may give at most. */
const maxAt = (item: TableItem | Criterion, stage: MarkFacts['stage']): string =>
  stage !== 'SURVEY' ? item.max : 'surveyMax' in item ? item.surveyMax : '0';

function markProblems(mark: MarkFacts, item: TableItem | Criterion): readonly string[] {
  const { points, value, of, stage } = mark;
  if (points === null) {
    return stage === 'SURVEY'
      ? ['điểm điều tra ghi ở points (a survey is given in points)']
      : measureProblems(mark, item.kind);
  }
  const max = maxAt(item, stage);
  return [
    ...(value === null && of === null
      ? []
      : ['chỉ một trong hai: points, hoặc value (points or value, not both)']),
    ...(compareRational(amountOf(points), amountOf(max)) > 0
      ? [`points nhiều nhất ${max} (at most ${max})`]
      : []),
  ];
}

function stageProblem({ stage }: MarkFacts, { subject }: TableRules): readonly string[] {
  const foreign = subject === 'REFORM_SHEET' ? 'CROSS' : 'SURVEY';
  return stage === foreign ? [`bảng này không có bước ${foreign} (no such stage here)`] : [];
}

function markedProblems(
  { itemId, marks, notArisen }: MarkedItem,
  path: string,
  rules: TableRules,
): readonly Problem[] {
  const item = placedItems(rules).find(([, { id }]) => id === itemId)?.[1];
  if (item === undefined) {
    const known = placedItems(rules).map(([, { id }]) => id);
    return [at(`${path}.itemId`, `bảng không có mục ${itemId}; có: ${known.join(', ')} (no item)`)];
  }
  const stages = marks.map(({ stage }) => stage);
  return [
    ...(notArisen !== null && marks.length > 0
      ? [
          at(
            `${path}.marks`,
            'mục không phát sinh thì không chấm (what did not arise has no marks)',
          ),
        ]
      : []),
    ...marks.flatMap((mark, index) =>
      [
        ...(stages.indexOf(mark.stage) < index
          ? [`bước ${mark.stage} ghi hai lần (stage used twice)`]
          : []),
        ...stageProblem(mark, rules),
        ...markProblems(mark, item),
      ].map((message) => at(`${path}.marks[${index}]`, message)),
    ),
  ];
}

function entryProblems(
  { groupId, items }: EntryFacts,
  path: string,
  { facts, rules }: { readonly facts: TableFacts; readonly rules: TableRules },
): readonly Problem[] {
  const ids = items.map(({ itemId }) => itemId);
  return [
    ...(facts.groups.some(({ id }) => id === groupId)
      ? []
      : [at(`${path}.groupId`, `không có nhóm ${groupId} trong groups (no such group in groups)`)]),
    ...items.flatMap((marked, index) => [
      ...(ids.indexOf(marked.itemId) < index
        ? [at(`${path}.items[${index}].itemId`, 'mục ghi hai lần (item used twice)')]
        : []),
      ...markedProblems(marked, `${path}.items[${index}]`, rules),
    ]),
  ];
}

function factsProblems(facts: TableFacts, rules: TableRules): readonly Problem[] {
  return [
    ...repeatedIds(facts.groups, 'groups'),
    ...repeatedIds(facts.entries, 'entries'),
    ...facts.groups.flatMap(({ tieBreak }, index) =>
      new Set(tieBreak?.order ?? []).size === (tieBreak?.order ?? []).length
        ? []
        : [at(`groups[${index}].tieBreak.order`, 'có đơn vị bị ghi hai lần (named twice)')],
    ),
    ...facts.entries.flatMap((entry, index) =>
      entryProblems(entry, `entries[${index}]`, { facts, rules }),
    ),
  ];
}

const refuse = (problems: readonly Problem[]): never =>
  rejectScoring('FACTS_INVALID', { count: problems.length, problems: listed(problems) });

/**
 * Reads what was marked on a local table: well-formed, consistent with the table, and in an order of its own.
 * @throws CommandRejected FACTS_INVALID with the path of each fault and what would be right.
 */
export function readTableFacts(input: unknown, rules: TableRules): TableFacts {
  const shape = tableFactsSchema.safeParse(toNfcDeep(input));
  if (!shape.success) return refuse(shapeProblems(shape.error.issues));
  const problems = factsProblems(shape.data, rules);
  return problems.length > 0 ? refuse(problems) : inOrder(shape.data);
}
