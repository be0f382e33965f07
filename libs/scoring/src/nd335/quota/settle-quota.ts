import { compareRational, toDecimalText, type Rational } from '@thidua/kernel';
import type { Label } from '../../label';
import { amountOf } from '../../validate-rule-set';
import { eventsOf } from '../event-ids';
import type { GroupFacts } from '../facts/facts';
import { figure } from '../numbers/figure';
import { isAtLeast, type RatedClass } from '../rated-class';
import type { GroupRank, QuotaGroup } from '../result';
import type { QuotaRules } from '../rule-set/rule-set';
import { placesOf } from './places';

/** Somebody of a group before the quota. */
export interface Rated {
  readonly id: string;
  /** Null while no class is known; the quota is provisional then. */
  readonly class: RatedClass | null;
  /** Null where the rules know no points: then everybody is equal. */
  readonly total: Rational | null;
}

const byId = (a: Rated, b: Rated): number => (a.id < b.id ? -1 : 1);

/** Negative when `a` has more points; whoever has none comes after everybody who has. */
function better(a: Rated, b: Rated): number {
  if (a.total === null || b.total === null)
    return Number(a.total === null) - Number(b.total === null);
  return compareRational(b.total, a.total);
}

interface Cut {
  readonly admitted: readonly Rated[];
  readonly tied: readonly Rated[];
  readonly dropped: readonly Rated[];
}

/** Candidates best first. Equals at the line are settled by the authority's order, or stay open. */
function cut(candidates: readonly Rated[], places: number, order: readonly string[] | null): Cut {
  const [last, next] = [candidates[places - 1], candidates[places]];
  if (last === undefined || next === undefined || better(last, next) !== 0) {
    return {
      admitted: candidates.slice(0, places),
      tied: [],
      dropped: candidates.slice(places),
    };
  }
  const above = candidates.filter((each) => better(each, last) < 0);
  const equal = candidates.filter((each) => better(each, last) === 0);
  const below = candidates.filter((each) => better(each, last) > 0);
  if (order === null || !equal.every(({ id }) => order.includes(id))) {
    return { admitted: above, tied: equal, dropped: below };
  }
  const settled = equal.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const left = places - above.length;
  return {
    admitted: [...above, ...settled.slice(0, left)],
    tied: [],
    dropped: [...settled.slice(left), ...below],
  };
}

function ranking(rated: readonly Rated[]): readonly GroupRank[] {
  const ranks: GroupRank[] = [];
  let rank = 1;
  rated.forEach((each, index) => {
    const before = rated[index - 1];
    if (before !== undefined && better(before, each) !== 0) rank = index + 1;
    if (each.total === null) return;
    ranks.push({ id: each.id, rank, total: figure(each.total) });
  });
  return ranks;
}

const points = (rated: Rated | undefined): Rational | null => rated?.total ?? null;
const text = (value: Rational | null): string => (value === null ? '–' : toDecimalText(value, 2));

function cutWords(
  { admitted, tied, dropped }: Cut,
  places: number,
  eligible: number,
  formula: string,
): Label {
  if (tied.length > 0) {
    const names = tied.map(({ id }) => id).join(', ');
    return {
      vi: `Được ${places} suất (${formula}, T = ${eligible}); ${names} bằng điểm tại vạch cắt: cấp có thẩm quyền quyết định, nêu lý do`,
      en: `${places} places (${formula}, T = ${eligible}); ${names} are equal at the line: the authority decides, with a reason`,
    };
  }
  const [last, first] = [text(points(admitted.at(-1))), text(points(dropped[0]))];
  if (dropped.length === 0) {
    return {
      vi: `Được ${places} suất (${formula}, T = ${eligible}); ${admitted.length} người/đơn vị đạt, không ai bị cắt`,
      en: `${places} places (${formula}, T = ${eligible}); ${admitted.length} qualify, nobody is cut`,
    };
  }
  if (admitted.length === 0) {
    return {
      vi: `Được ${places} suất (${formula}, T = ${eligible}); không ai ở trên vạch cắt, cao nhất dưới vạch là ${first.replace('.', ',')}; ${dropped.length} xuống HTT`,
      en: `${places} places (${formula}, T = ${eligible}); nobody is above the line, the best under it is ${first}; ${dropped.length} drop to HTT`,
    };
  }
  return {
    vi: `Được ${places} suất (${formula}, T = ${eligible}); vạch cắt giữa ${last.replace('.', ',')} và ${first.replace('.', ',')}; ${dropped.length} xuống HTT`,
    en: `${places} places (${formula}, T = ${eligible}); the line is between ${last} and ${first}; ${dropped.length} drop to HTT`,
  };
}

/**
 * The quota of HTXS within one group: how many places there are, who has them, and where the line is. Nobody is dropped
 * by chance: equals at the line stay open until the authority has put them in order.
 */
export function settleQuota(
  group: GroupFacts,
  members: readonly Rated[],
  rules: QuotaRules,
): QuotaGroup {
  const written = group.raisedShare?.share ?? rules.quotaShare.value;
  const [share, base] = [amountOf(written), rules.quotaBase.value];
  const ordered = members.toSorted((a, b) => better(a, b) || byId(a, b));
  const eligible = members.filter((each) => each.class !== null && isAtLeast(each.class, 'HTT'));
  const candidates = ordered.filter((each) => each.class === 'HTXS');
  const places = placesOf(eligible.length, share, base);
  const result = cut(candidates, places, group.tieBreak?.order ?? null);
  const formula = base === 'LITERAL' ? `x ≤ ${written} × (T − x)` : `x ≤ ${written} × T`;
  const ids = (some: readonly Rated[]): readonly string[] => some.map(({ id }) => id);
  const isTieDecided = group.tieBreak !== null && candidates.length > places;
  const line = {
    lastAdmitted: points(result.admitted.at(-1)),
    firstLeftOut: points(result.tied[0] ?? result.dropped[0]),
  };
  return {
    groupId: group.id,
    share: figure(share),
    base,
    eligible: eligible.length,
    places,
    candidates: ids(candidates),
    admitted: ids(result.admitted),
    dropped: ids(result.dropped),
    tied: ids(result.tied),
    pending: ids(members.filter((each) => each.class === null).toSorted(byId)),
    cutLine: {
      lastAdmitted: line.lastAdmitted === null ? null : figure(line.lastAdmitted),
      firstLeftOut: line.firstLeftOut === null ? null : figure(line.firstLeftOut),
      words: cutWords(result, places, eligible.length, formula),
    },
    ranking: ranking(ordered),
    article: rules.quotaShare.article,
    eventIds: eventsOf(group.raisedShare, isTieDecided ? group.tieBreak : null),
  };
}
