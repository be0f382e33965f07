import type { Rational } from '@thidua/kernel';
import { classStep } from '../classes/class-step';
import type { RatedClass } from '../rated-class';
import type { GroupFacts } from '../facts/facts';
import type { QuotaGroup, RatingStatus, RatingReason, RatingStep } from '../result';
import type { QuotaRules } from '../rule-set/rule-set';
import { settleQuota } from './settle-quota';

/** What of a score the quota may change. */
interface Classed {
  readonly groupId: string;
  readonly status: RatingStatus;
  readonly class: RatedClass | null;
  readonly reasons: readonly RatingReason[];
  readonly waterfall: readonly RatingStep[];
}

interface Member<Score extends Classed> {
  readonly id: string;
  readonly score: Score;
  readonly total: Rational | null;
}

type Settled = Pick<Classed, 'status' | 'class' | 'reasons' | 'waterfall'>;

function settled({ score, id, total }: Member<Classed>, group: QuotaGroup): Settled {
  const { status, class: rated, reasons, waterfall } = score;
  if (rated !== 'HTXS') return { status, class: rated, reasons, waterfall };
  const { article, cutLine, eventIds } = group;
  if (group.tied.includes(id)) {
    const tie = { code: 'QUOTA_TIE', words: cutLine.words, article, eventIds };
    return { status: 'NEEDS_AUTHORITY', class: null, reasons: [...reasons, tie], waterfall };
  }
  const isDropped = group.dropped.includes(id);
  const to = isDropped ? 'HTT' : 'HTXS';
  const step = classStep({
    id: 'quota',
    title: cutLine.words,
    formula: isDropped ? '→ HTT' : '= HTXS',
    values: total === null ? {} : { P: total },
    class: to,
    article,
    eventIds,
  });
  const over = { code: 'OVER_QUOTA', words: cutLine.words, article, eventIds };
  return {
    status,
    class: to,
    reasons: isDropped ? [...reasons, over] : reasons,
    waterfall: [...waterfall, step],
  };
}

/** What of a member the quota of a group is counted from. */
export interface QuotaMember extends Pick<Classed, 'groupId' | 'status' | 'class'> {
  readonly id: string;
  readonly total: Rational | null;
}

/** Every group with members, in the order of the groups. */
export function settleGroups(
  members: readonly QuotaMember[],
  groups: readonly GroupFacts[],
  rules: QuotaRules,
): readonly QuotaGroup[] {
  const byGroup = new Map<string, QuotaMember[]>(groups.map(({ id }) => [id, []]));
  for (const member of members) byGroup.get(member.groupId)?.push(member);
  return groups.flatMap((group) => {
    const own = byGroup.get(group.id) ?? [];
    // Who gets no class by the rules does not wait for one.
    const rated = own.filter(({ status }) => status !== 'NO_CLASS');
    return own.length === 0 ? [] : [settleQuota(group, rated, rules)];
  });
}

/** A score after the quota of its group. Only that of a candidate for HTXS differs from what it was before. */
export const afterQuota = <Score extends Classed>(
  member: Member<Score>,
  group: QuotaGroup | undefined,
): Score => (group === undefined ? member.score : { ...member.score, ...settled(member, group) });

/** Settles every group and returns its members as they are afterwards, in the order they came. */
export function applyQuota<Score extends Classed>(
  members: readonly Member<Score>[],
  groups: readonly GroupFacts[],
  rules: QuotaRules,
): { readonly scores: readonly Score[]; readonly groups: readonly QuotaGroup[] } {
  const outcomes = settleGroups(
    members.map(({ id, total, score: { groupId, status, class: rated } }) => ({
      ...{ id, groupId, status, class: rated, total },
    })),
    groups,
    rules,
  );
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.groupId, outcome]));
  const scores = members.map((member) => afterQuota(member, outcomeOf.get(member.score.groupId)));
  return { scores, groups: outcomes };
}
