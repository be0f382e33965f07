import { DISCIPLINE_LEVELS } from '../nd335/rule-set/civil-servant-parameters';
import { amountOf } from '../validate-rule-set';
import {
  holding,
  isNotUnder,
  isOver,
  shareVerdict,
  type Condition,
  type Conditions,
  type Tally,
  type Verdict,
} from './conditions';
import type { TitleFacts, TitlePerson, TitleUnit } from './title-facts';
import { titleOf } from './title-of';
import type { Title, TitleResult } from './title-result';

interface Collective {
  readonly unit: TitleUnit;
  readonly members: readonly TitlePerson[];
  readonly results: readonly TitleResult[];
  readonly conditions: Conditions;
}

/** Members with a title for sure, and those who may still get it. */
function tallyOf({ members, results }: Collective, title: Title): Tally {
  const own = results.filter(
    (result) => result.title === title && members.some(({ id }) => id === result.id),
  );
  return {
    sure: own.filter(({ status }) => status === 'ELIGIBLE').length,
    possible: own.filter(({ status }) => status !== 'NOT_ELIGIBLE').length,
    of: members.length,
  };
}

/** No member disciplined from that level up. */
function disciplined({ members, conditions }: Collective): Condition {
  const from = DISCIPLINE_LEVELS.indexOf(conditions.rules.parameters.memberDiscipline.value);
  const barred = members.filter(
    ({ discipline }) => discipline !== null && DISCIPLINE_LEVELS.indexOf(discipline.level) >= from,
  );
  const eventIds = barred.flatMap(({ discipline }) => discipline?.eventIds ?? []);
  const verdict = holding(barred.length === 0);
  return conditions.condition({ parameter: 'memberDiscipline', verdict, eventIds });
}

function progressive(collective: Collective): readonly Condition[] {
  const { unit, conditions } = collective;
  const bar = amountOf(conditions.rules.parameters.ttldttOver.value);
  const verdict = shareVerdict(tallyOf(collective, 'LDTT'), (share) => isOver(share, bar));
  return [
    conditions.reaches('ttldttClass', unit.yearClass),
    conditions.condition({ parameter: 'ttldttOver', verdict }),
    conditions.found('collectiveConduct', unit.conduct),
    disciplined(collective),
  ];
}

function allComplete({ members, conditions }: Collective): Condition {
  const failing = members.some(({ yearClass }) => yearClass?.class === 'KHT');
  const isKnown = members.length > 0 && members.every(({ yearClass }) => yearClass !== null);
  const verdict: Verdict = failing ? 'FAILS' : isKnown ? 'HOLDS' : 'MISSING';
  const eventIds = members.flatMap(({ yearClass }) => yearClass?.eventIds ?? []);
  return conditions.condition({ parameter: 'ttldxsAllComplete', verdict, eventIds });
}

function fighters(collective: Collective): Condition {
  const { conditions } = collective;
  const least = amountOf(conditions.rules.parameters.ttldxsCstdcsMin.value);
  const { sure, possible } = tallyOf(collective, 'CSTDCS');
  // Whole numbers, so that of one they are themselves.
  const verdict = shareVerdict({ sure, possible, of: 1 }, (count) => isNotUnder(count, least));
  return conditions.condition({ parameter: 'ttldxsCstdcsMin', verdict });
}

function outstanding(collective: Collective): readonly Condition[] {
  const { unit, conditions } = collective;
  const bar = amountOf(conditions.rules.parameters.ttldxsLdttMin.value);
  const verdict = shareVerdict(tallyOf(collective, 'LDTT'), (share) => isNotUnder(share, bar));
  return [
    conditions.reaches('ttldxsClass', unit.yearClass),
    allComplete(collective),
    conditions.condition({ parameter: 'ttldxsLdttMin', verdict }),
    fighters(collective),
    conditions.found('collectiveConduct', unit.conduct),
    disciplined(collective),
  ];
}

const flagged = ({ unit, conditions }: Collective): readonly Condition[] => [
  conditions.found('flagFirstInBloc', unit.firstInBloc),
  conditions.found('flagTargetsExceeded', unit.targetsExceeded),
  conditions.found('flagConduct', unit.conduct, unit.exemplary),
];

/** TTLĐTT, then TTLĐXS, then the flag, each of every unit, resting on the titles of its members. */
export function collectiveTitles(
  { people, units, receivedOn }: TitleFacts,
  results: readonly TitleResult[],
  conditions: Conditions,
): readonly TitleResult[] {
  return units.flatMap((unit) => {
    const members = people.filter(({ unitId }) => unitId === unit.id);
    const collective = { unit, members, results, conditions };
    const of = (title: Title, asked: readonly Condition[], earlier: TitleResult | null) =>
      titleOf({ id: unit.id, title, conditions: asked, earlier }, conditions.rules, receivedOn);
    const ttldtt = of('TTLDTT', progressive(collective), null);
    const ttldxs = of('TTLDXS', outstanding(collective), null);
    const flag = of('CO', flagged(collective), ttldxs);
    return [ttldtt, ttldxs, flag];
  });
}
