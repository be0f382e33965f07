import { compareRational, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { sumOfStates } from '../organisation/task-table';
import type { DecreeRuleSet } from '../rule-set/rule-set';
import type { Problem } from '../shape-problems';
import { personProblems, repeatedIds, subordinateProblems } from './check-people';
import type { Facts, GroupFacts } from './facts';
import type { UnitTasks, UnitYearFacts } from './unit-facts';

const at = (path: string, message: string): Problem => ({ path, message });
const isMore = (a: Rational, b: string): boolean => compareRational(a, amountOf(b)) > 0;

function groupProblems(
  { raisedShare, tieBreak }: GroupFacts,
  path: string,
  { parameters }: DecreeRuleSet,
): readonly Problem[] {
  const max = parameters.quotaShareMax.value;
  const over = raisedShare !== null && isMore(amountOf(raisedShare.share), max);
  const order = tieBreak?.order ?? [];
  return [
    ...(over
      ? [at(`${path}.raisedShare.share`, `nhiều nhất ${max} (at most ${max}), Điều 20.5, Điều 8.5`)]
      : []),
    ...(new Set(order).size === order.length
      ? []
      : [at(`${path}.tieBreak.order`, 'có người bị ghi hai lần (named twice)')]),
  ];
}

function groupReferences(facts: Facts): readonly Problem[] {
  const known = new Set(facts.groups.map(({ id }) => id));
  const of = (items: readonly { readonly groupId: string }[], list: string): readonly Problem[] =>
    items.flatMap(({ groupId }, index) =>
      known.has(groupId)
        ? []
        : [
            at(
              `${list}[${index}].groupId`,
              `không có nhóm ${groupId} trong groups (no such group in groups)`,
            ),
          ],
    );
  return [...of(facts.people, 'people'), ...of(facts.units, 'units')];
}

function taskProblems(tasks: UnitTasks, path: string): readonly Problem[] {
  const { total, done, onTimeWithQuality, late, exceeded } = tasks;
  const limits = [
    ['done', done, total],
    ['onTimeWithQuality', onTimeWithQuality, done],
    ['late', late, total - onTimeWithQuality],
    ['exceeded', exceeded, done],
  ] as const;
  return limits
    .filter(([, part, whole]) => part > whole)
    .map(([field, , whole]) => at(`${path}.${field}`, `nhiều nhất ${whole} (at most ${whole})`));
}

function unitProblems(
  unit: UnitYearFacts,
  path: string,
  ruleSet: DecreeRuleSet,
): readonly Problem[] {
  const { year, quarters } = unit;
  const score = year?.score ?? null;
  const over = (field: 'general' | 'result', max: string): readonly Problem[] =>
    score !== null && isMore(amountOf(score[field]), max)
      ? [at(`${path}.year.score.${field}`, `nhiều nhất ${max} (at most ${max})`)]
      : [];
  const named = quarters.map(({ quarter }) => quarter);
  return [
    ...(ruleSet.subject === 'ORGANISATIONS'
      ? [
          ...over('general', ruleSet.parameters.generalMax.value),
          ...over('result', ruleSet.parameters.resultMax.value),
        ]
      : []),
    ...(year?.tasks ? taskProblems(year.tasks, `${path}.year.tasks`) : []),
    ...quarters.flatMap(({ quarter, done, total }, index) => [
      ...(done > total
        ? [at(`${path}.quarters[${index}].done`, `nhiều nhất ${total} (at most ${total})`)]
        : []),
      ...(named.indexOf(quarter) < index
        ? [at(`${path}.quarters[${index}].quarter`, 'quý bị trùng (quarter used twice)')]
        : []),
    ]),
  ];
}

/** A table whose states miss its total is refused: nobody can say which of its numbers is wrong. */
function tableProblems({ taskTables }: Facts): readonly Problem[] {
  return taskTables.flatMap((table, index) => {
    const sum = sumOfStates(table);
    if (sum === table.total) return [];
    return [
      at(
        `taskTables[${index}].total`,
        `các trạng thái cộng lại là ${sum}, khác tổng ${table.total}; bảng phải khớp (the states add up to ${sum}, not to the total)`,
      ),
    ];
  });
}

/** Everything wrong with well-formed facts under a rule set; empty when they may be scored. */
export function factsProblems(facts: Facts, ruleSet: DecreeRuleSet): readonly Problem[] {
  return [
    ...repeatedIds(facts.groups, 'groups'),
    ...repeatedIds(facts.people, 'people'),
    ...repeatedIds(facts.units, 'units'),
    ...repeatedIds(facts.taskTables, 'taskTables'),
    ...groupReferences(facts),
    ...facts.groups.flatMap((group, index) => groupProblems(group, `groups[${index}]`, ruleSet)),
    ...facts.people.flatMap((person, index) =>
      personProblems(person, ['people', index], facts, ruleSet),
    ),
    ...subordinateProblems(facts),
    ...facts.units.flatMap((unit, index) => unitProblems(unit, `units[${index}]`, ruleSet)),
    ...tableProblems(facts),
  ];
}
