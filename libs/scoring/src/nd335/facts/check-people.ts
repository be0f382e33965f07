import type { DecreeRuleSet } from '../rule-set/rule-set';
import { pathText, type Problem } from '../shape-problems';
import { namedSubordinates, periodProblems, repeated } from './check-periods';
import type { Facts } from './facts';
import type { HistoricalFacts, PersonFacts } from './person-facts';

type Path = readonly (string | number)[];

const at = (path: Path, message: string): Problem => ({ path: pathText(path), message });

const spanProblems = (
  spans: readonly { readonly from: string; readonly to: string | null }[],
  path: Path,
): readonly Problem[] =>
  spans.flatMap(({ from, to }, index) =>
    to !== null && to < from
      ? [at([...path, index, 'to'], `phải từ ${from} trở đi (must not be before ${from})`)]
      : [],
  );

/** One act counts in one year only. */
function actProblems({ violations }: PersonFacts, path: Path): readonly Problem[] {
  return violations.flatMap(({ actId, countedInYear }, index) => {
    const first = violations.find((each) => each.actId === actId);
    if (first === undefined || first.countedInYear === countedInYear) return [];
    return [
      at(
        [...path, 'violations', index, 'countedInYear'],
        `hành vi ${actId} đã tính cho năm ${first.countedInYear}, chỉ tính một năm (an act counts in one year only)`,
      ),
    ];
  });
}

function historicalProblems(facts: HistoricalFacts | null, path: Path): readonly Problem[] {
  if (facts === null) return [];
  const limits: readonly (readonly [field: readonly string[], part: number, whole: number])[] = [
    [['done'], facts.done, facts.total],
    [['lacking'], facts.lacking, facts.done],
    [['criteria', 'missed'], facts.criteria.missed, facts.criteria.total],
    ...(facts.leader === null ? [] : leaderLimits(facts.leader)),
  ];
  return limits
    .filter(([, part, whole]) => part > whole)
    .map(([field, , whole]) => at([...path, ...field], `nhiều nhất ${whole} (at most ${whole})`));
}

const leaderLimits = ({ targets, subUnits }: NonNullable<HistoricalFacts['leader']>) =>
  [
    [['leader', 'targets', 'done'], targets.done, targets.total],
    [['leader', 'targets', 'onTimeWithQuality'], targets.onTimeWithQuality, targets.done],
    [['leader', 'targets', 'exceeded'], targets.exceeded, targets.done],
    [['leader', 'subUnits', 'atLeastHt'], subUnits.atLeastHt, subUnits.total],
    [['leader', 'subUnits', 'atLeastHtt'], subUnits.atLeastHtt, subUnits.atLeastHt],
  ] as const;

/** What is wrong with one person's facts under a rule set. */
export function personProblems(
  person: PersonFacts,
  path: Path,
  facts: Facts,
  ruleSet: DecreeRuleSet,
): readonly Problem[] {
  return [
    ...spanProblems(person.posts, [...path, 'posts']),
    ...spanProblems(person.leave, [...path, 'leave']),
    ...actProblems(person, path),
    ...historicalProblems(person.historical, [...path, 'historical']),
    ...(ruleSet.subject === 'CIVIL_SERVANTS' ? periodProblems(person, path, facts, ruleSet) : []),
  ];
}

/** Who is named must be there, and nobody may be among their own subordinates. */
export function subordinateProblems(facts: Facts): readonly Problem[] {
  const ids = new Set(facts.people.map(({ id }) => id));
  return facts.people.flatMap((person, index) =>
    namedSubordinates(person, ['people', index])
      .filter(({ personId }) => !ids.has(personId))
      .map(({ personId, path }) =>
        at(
          path,
          `không có người ${personId} trong tệp; thêm người đó hoặc ghi total (not in the file; add the person or a total)`,
        ),
      ),
  );
}

/** Ids that occur twice in a list. */
export const repeatedIds = (
  items: readonly { readonly id: string }[],
  list: string,
): readonly Problem[] =>
  repeated(items.map(({ id }) => id)).map((index) =>
    at([list, index, 'id'], 'mã bị trùng (id used twice)'),
  );
