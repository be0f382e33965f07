import { compareRational, minus, rational, times, type Rational } from '@thidua/kernel';
import type { Label } from '../../label';
import { amountOf } from '../../validate-rule-set';
import { bandOf } from '../classes/band';
import type { Facts } from '../facts/facts';
import type { PersonFacts } from '../facts/person-facts';
import { rejectUnknownPerson } from '../nd335.rejections';
import { figure, type Figure } from '../numbers/figure';
import { compileRules } from '../period/compiled-rules';
import { RATED_CLASSES, type RatedClass } from '../rated-class';
import type { RatingReason } from '../result';
import type { CivilServantRules } from '../rule-set/rule-set';
import { ratePeople } from '../sheet/score-people';
import { scoreFacts } from '../sheet/decree-sheet';
import { nearby } from './nearby';
import { improvements, type LeverKind } from './levers';

/** How far one kind of improvement alone would carry. */
export interface Lever {
  readonly kind: LeverKind;
  readonly words: Label;
  /** Fewest steps by which the band is reached, taking those that gain most first; null when all of them do not suffice. */
  readonly count: number | null;
  /** Mean of the year after these steps, or after all there are. */
  readonly reaches: Figure;
  readonly steps: readonly {
    readonly period: string;
    readonly productId: string;
    readonly gain: Figure;
    readonly eventIds: readonly string[];
  }[];
}

/** What it would take to reach the next class. */
export interface NextClass {
  readonly personId: string;
  readonly class: RatedClass | null;
  readonly band: RatedClass | null;
  /** The class above the band; null for the best band, or without a mean. */
  readonly next: RatedClass | null;
  readonly limit: Figure | null;
  /** Exact points the year's mean lacks. */
  readonly missing: Figure | null;
  /** The same in points of the months together: missing × months counted. */
  readonly missingInMonths: Figure | null;
  readonly levers: readonly Lever[];
  /** What points alone do not move: forced class, ceiling, quota, missing data. */
  readonly barriers: readonly RatingReason[];
}

const WORDS: Readonly<Record<LeverKind, Label>> = {
  FEWER_DELAYS: { vi: 'bớt số lần chậm', en: 'fewer delays' },
  FEWER_MAJOR_ERRORS: { vi: 'bớt số lần sai sót lớn', en: 'fewer major content errors' },
  MORE_ACCEPTED_UNITS: {
    vi: 'thêm sản phẩm được giao được nghiệm thu',
    en: 'more assigned units accepted',
  },
};
const KINDS = Object.keys(WORDS) as LeverKind[];

type MeanOf = (person: PersonFacts) => Rational | null;

/** Takes the improvement that gains most, again and again, until the limit is reached or nothing is left. */
function pull(
  person: PersonFacts,
  kind: LeverKind,
  { limit, mean, meanOf }: { limit: Rational; mean: Rational; meanOf: MeanOf },
): Lever {
  const steps: Lever['steps'][number][] = [];
  let [current, reached] = [person, mean];
  while (compareRational(reached, limit) < 0) {
    const tried = improvements(current, kind).map((each) => ({
      ...each,
      mean: meanOf(each.facts) ?? reached,
    }));
    const [first, ...others] = tried;
    if (first === undefined) break;
    const best = others.reduce((a, b) => (compareRational(b.mean, a.mean) > 0 ? b : a), first);
    const { period, productId, eventIds } = best;
    steps.push({ period, productId, eventIds, gain: figure(minus(best.mean, reached)) });
    [current, reached] = [best.facts, best.mean];
  }
  const isReached = compareRational(reached, limit) >= 0;
  return {
    kind,
    words: WORDS[kind],
    count: isReached ? steps.length : null,
    reaches: figure(reached),
    steps,
  };
}

/**
 * What it would take a civil servant to reach the next class: the exact points missing, and for each kind of
 * shortcoming how many less would do. Each count was tried by scoring the changed facts.
 * @throws CommandRejected PERSON_NOT_IN_FACTS.
 */
export function nextClass(facts: Facts, ruleSet: CivilServantRules, personId: string): NextClass {
  const rules = compileRules(ruleSet, 'FIGURES');
  const { year, agencyId, units } = facts;
  const context = { rules, year, agencyId, units };
  const person = facts.people.find(({ id }) => id === personId);
  const score = scoreFacts(facts, ruleSet, 'FIGURES').people.find(
    (each) => each.personId === personId,
  );
  if (person === undefined || score === undefined) {
    return rejectUnknownPerson(personId);
  }
  const others = nearby(facts, personId).people.filter(({ id }) => id !== personId);
  const meanOf: MeanOf = (changed) =>
    ratePeople([changed, ...others], context, [changed])[0]?.total ?? null;
  const mean = meanOf(person);
  const bands = ruleSet.parameters.bands.value;
  const band = mean === null ? null : bandOf(mean, bands);
  const next = band === null ? undefined : RATED_CLASSES[RATED_CLASSES.indexOf(band) - 1];
  const base = { personId, class: score.class, band, barriers: score.reasons };
  if (mean === null || next === undefined || next === 'KHT') {
    return { ...base, next: null, limit: null, missing: null, missingInMonths: null, levers: [] };
  }
  const limit = amountOf(bands[next]);
  const missing = minus(limit, mean);
  const months = score.periods.reduce((sum, period) => sum + period.months, 0);
  return {
    ...base,
    next,
    limit: figure(limit),
    missing: figure(missing),
    missingInMonths: figure(times(missing, rational(months))),
    levers: KINDS.map((kind) => pull(person, kind, { limit, mean, meanOf })),
  };
}
