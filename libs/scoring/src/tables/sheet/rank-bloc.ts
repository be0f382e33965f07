import { compareRational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { STAGES, type BlocFacts, type Stage } from '../facts/table-facts';
import type { TableRules } from '../rules/table-rules';
import type { BlocRanking, EntryResult, StageTotal } from './table-result';

type Ranks = BlocRanking['ranks'];

const totalAt = ({ totals }: EntryResult, stage: Stage): StageTotal['total'] =>
  totals.find((each) => each.stage === stage)?.total ?? null;

/** The last stage at which everybody who reached any has a total. A reform sheet is ranked by the stage of its index. */
function commonStage(entries: readonly EntryResult[], rules: TableRules): Stage | null {
  const reached = entries.filter((entry) => entry.reached !== null);
  if (reached.length === 0) return null;
  const last = rules.subject === 'REFORM_SHEET' ? rules.parameters.indexStage.value : 'FINAL';
  const allowed = STAGES.slice(0, STAGES.indexOf(last) + 1);
  return allowed.findLast((stage) => reached.every((entry) => totalAt(entry, stage))) ?? null;
}

/** Equal totals share a rank, unless the authority said who goes first. */
function ranked(
  entries: readonly EntryResult[],
  stage: Stage,
  order: readonly string[],
): readonly [ranks: Ranks, tied: BlocRanking['tied']] {
  const withTotal = entries.flatMap((entry) => {
    const total = totalAt(entry, stage);
    return total === null ? [] : [{ id: entry.id, total }];
  });
  const compare = (a: Ranks[number]['total'], b: Ranks[number]['total']): number =>
    compareRational(amountOf(b.exact), amountOf(a.exact));
  const place = (id: string): number => order.indexOf(id);
  const isDecided = (a: string, b: string): boolean => place(a) >= 0 && place(b) >= 0;
  const sorted = withTotal.toSorted(
    (a, b) =>
      compare(a.total, b.total) ||
      (isDecided(a.id, b.id) ? place(a.id) - place(b.id) : a.id < b.id ? -1 : 1),
  );
  const ranks = sorted.map(({ id, total }) => ({
    id,
    total,
    rank:
      1 +
      sorted.filter(
        (other) =>
          compare(other.total, total) < 0 ||
          (compare(other.total, total) === 0 &&
            isDecided(other.id, id) &&
            place(other.id) < place(id)),
      ).length,
  }));
  const tied = [...new Set(ranks.map(({ rank }) => rank))]
    .map((rank) => ranks.filter((each) => each.rank === rank).map(({ id }) => id))
    .filter(({ length }) => length > 1);
  return [ranks, tied];
}

/** The ranks of a bloc at the last stage all of it reached. */
export function rankBloc(
  { id: groupId, tieBreak }: BlocFacts,
  all: readonly EntryResult[],
  rules: TableRules,
): BlocRanking {
  const entries = all.filter((entry) => entry.groupId === groupId);
  const stage = commonStage(entries, rules);
  const [ranks, tied] = stage === null ? [[], []] : ranked(entries, stage, tieBreak?.order ?? []);
  return {
    groupId,
    stage,
    ranks,
    tied,
    unranked: entries.filter(({ id }) => !ranks.some((each) => each.id === id)).map(({ id }) => id),
    tieBreak: tieBreak === null ? null : { reason: tieBreak.reason, decidedBy: tieBreak.decidedBy },
  };
}
