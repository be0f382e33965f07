import { rational, times } from '@thidua/kernel';
import { amountOf } from '../validate-rule-set';
import type { Conditions, Condition, Verdict } from './conditions';
import type { TitleFacts, TitlePerson } from './title-facts';
import { titleOf } from './title-of';
import type { TitleQuota, TitleResult } from './title-result';

const isPossible = ({ status }: TitleResult): boolean => status !== 'NOT_ELIGIBLE';

function ldttOf(person: TitlePerson, on: string, conditions: Conditions): TitleResult {
  const asked = [
    conditions.reaches('ldttClass', person.yearClass),
    conditions.found('ldttConduct', person.conduct),
  ];
  const { rules } = conditions;
  return titleOf({ id: person.id, title: 'LDTT', conditions: asked, earlier: null }, rules, on);
}

/** HTXS and an initiative, of which the standard asks for one or for both. */
function standard({ yearClass, initiative }: TitlePerson, conditions: Conditions): Condition {
  const parts: readonly Verdict[] = [
    yearClass === null ? 'MISSING' : yearClass.class === 'HTXS' ? 'HOLDS' : 'FAILS',
    initiative === null ? 'MISSING' : initiative.holds ? 'HOLDS' : 'FAILS',
  ];
  const isBoth = conditions.rules.parameters.cstdcsStandard.value === 'HTXS_AND_INITIATIVE';
  const [decisive, otherwise] = isBoth
    ? (['FAILS', 'HOLDS'] as const)
    : (['HOLDS', 'FAILS'] as const);
  const settled = parts.includes('MISSING') ? 'MISSING' : otherwise;
  const verdict = parts.includes(decisive) ? decisive : settled;
  const eventIds = [...(yearClass?.eventIds ?? []), ...(initiative?.eventIds ?? [])];
  return conditions.condition({ parameter: 'cstdcsStandard', verdict, eventIds });
}

/** How many may be CSTĐCS of those with LĐTT; rounded down. Nobody is left out by it: the council chooses. */
function quotaOf(
  ldtt: readonly TitleResult[],
  candidates: readonly TitlePerson[],
  conditions: Conditions,
): TitleQuota {
  const { value, article, meaning } = conditions.rules.parameters.cstdcsQuota;
  const count = ldtt.filter(({ status }) => status === 'ELIGIBLE').length;
  const share =
    value === null || !conditions.isInForce('cstdcsQuota')
      ? null
      : times(amountOf(value), rational(count));
  const places = share === null ? null : Number(share.numerator / share.denominator);
  return {
    ldtt: count,
    candidates: candidates.length,
    places,
    isOver: places !== null && candidates.length > places,
    article,
    words: meaning,
  };
}

export interface IndividualTitles {
  readonly results: readonly TitleResult[];
  readonly quota: TitleQuota;
}

/** LĐTT, and on it CSTĐCS, of everybody. */
export function individualTitles(
  { people, receivedOn }: TitleFacts,
  conditions: Conditions,
): IndividualTitles {
  const ldtt = people.map((person) => ldttOf(person, receivedOn, conditions));
  const standards = people.map((person) => standard(person, conditions));
  const isCandidate = (index: number): boolean => {
    const earlier = ldtt[index];
    return earlier !== undefined && isPossible(earlier) && standards[index]?.verdict !== 'FAILS';
  };
  const candidates = people.filter((_, index) => isCandidate(index));
  const quota = quotaOf(ldtt, candidates, conditions);
  const within: Verdict = quota.places === null || quota.isOver ? 'OPEN' : 'HOLDS';
  const cstdcs = people.map(({ id }, index) => {
    const own = standards[index];
    const asked = [
      ...(own === undefined ? [] : [own]),
      ...(isCandidate(index)
        ? [{ ...conditions.condition({ parameter: 'cstdcsQuota', verdict: within }) }]
        : []),
    ];
    const earlier = ldtt[index] ?? null;
    return titleOf(
      { id, title: 'CSTDCS', conditions: asked, earlier },
      conditions.rules,
      receivedOn,
    );
  });
  return { results: [...ldtt, ...cstdcs], quota };
}
