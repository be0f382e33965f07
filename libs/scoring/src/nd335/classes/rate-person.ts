import type { Rational } from '@thidua/kernel';
import type { PersonFacts } from '../facts/person-facts';
import type { UnitYearFacts } from '../facts/unit-facts';
import { figure } from '../numbers/figure';
import type { CompiledRules } from '../period/compiled-rules';
import { pointsSteps } from '../period/points-step';
import type { ScoredPeriod } from '../period/score-period';
import { CLASS_TITLES, lowerClass, type RatedClass } from '../rated-class';
import type { PersonScore, RatingStatus, RatingReason, RatingStep } from '../result';
import { serviceOf, type Service } from '../year/service';
import { yearChanges } from '../year/year-waterfall';
import { meanOf, yearPeriods, type YearPeriods } from '../year/year-periods';
import { bandOf } from './band';
import { classStep } from './class-step';
import { forcedReasons, type YearOfAgency } from './forced';
import { partyFlags } from './party-flags';
import { headedUnits } from './posts';
import { leaveReasons, openReasons, serviceReasons } from './year-reasons';

/** A person's year before the quota, with the exact mean. */
export interface RatedPerson {
  readonly score: PersonScore;
  readonly total: Rational | null;
}

export interface RatingContext extends YearOfAgency {
  readonly rules: CompiledRules;
  readonly units: readonly UnitYearFacts[];
}

interface Standing {
  readonly status: RatingStatus;
  readonly class: RatedClass | null;
  readonly reasons: readonly RatingReason[];
  readonly steps: readonly RatingStep[];
}

const QUARTERS = [1, 4, 7, 10].map((from) => [from, from + 2] as const);
const HALVES = [
  [1, 6],
  [7, 12],
] as const;
const YEAR = [1, 12] as const;

function bandStep(total: Rational, band: RatedClass, { parameters }: CompiledRules): RatingStep {
  const { value, article } = parameters.bands;
  return classStep({
    id: 'band',
    title: {
      vi: `Mức theo điểm: ${CLASS_TITLES[band].vi}`,
      en: `By points: ${CLASS_TITLES[band].en}`,
    },
    formula: `HTXS ≥ ${value.HTXS} > HTT ≥ ${value.HTT} > HT ≥ ${value.HT} > KHT`,
    values: { P: total },
    class: band,
    article,
    eventIds: [],
  });
}

const reasonStep = (id: string, to: RatedClass, reason: RatingReason): RatingStep =>
  classStep({
    id,
    title: reason.words,
    formula: `→ ${to}`,
    values: {},
    class: to,
    article: reason.article,
    eventIds: reason.eventIds,
  });

function forced(reasons: readonly RatingReason[], before: readonly RatingStep[]): Standing {
  const steps = reasons.map((reason) => reasonStep('forced', 'KHT', reason));
  return { status: 'CLASSED', class: 'KHT', reasons, steps: [...before, ...steps] };
}

/** The head's class is never above that of the unit; an unknown class of the unit leaves the head's open. */
function underCeiling(
  person: PersonFacts,
  reached: RatedClass,
  { rules, units, year }: RatingContext,
): Standing {
  const { enabled, article } = rules.parameters.headCeiling;
  const headed = enabled && reached !== 'KHT' ? headedUnits(person, year) : [];
  let rated = reached;
  const [reasons, steps]: [RatingReason[], RatingStep[]] = [[], []];
  for (const unitId of headed) {
    const decided =
      units.find(({ id }) => id === unitId)?.decidedClass ??
      person.unitClasses?.find((each) => each.unitId === unitId) ??
      null;
    if (decided === null) {
      const words = {
        vi: `Tổ chức ${unitId} chưa có mức xếp loại; người đứng đầu xếp sau và không cao hơn tổ chức`,
        en: `Unit ${unitId} is not classed yet; its head is classed after it and never above it`,
      };
      const reason = { code: 'UNIT_CLASS_MISSING', words, article, eventIds: [] };
      return { status: 'INSUFFICIENT_DATA', class: null, reasons: [reason], steps };
    }
    const lower = lowerClass(rated, decided.class);
    const words = {
      vi: `Người đứng đầu không cao hơn tổ chức ${unitId}: ${decided.class}`,
      en: `A head is never above unit ${unitId}: ${decided.class}`,
    };
    const reason = { code: 'HEAD_CEILING', words, article, eventIds: decided.eventIds };
    if (lower !== rated) reasons.push(reason);
    steps.push(reasonStep('headCeiling', lower, reason));
    rated = lower;
  }
  return { status: 'CLASSED', class: rated, reasons, steps };
}

function standing(
  person: PersonFacts,
  context: RatingContext,
  { total, service, year }: { total: Rational | null; service: Service; year: YearPeriods },
): Standing {
  const { rules } = context;
  const short = serviceReasons(service, rules);
  const isTold = total !== null && rules.shows === 'STEPS';
  const points = isTold ? [...pointsSteps(yearChanges(year))] : [];
  if (short.length > 0) return { status: 'NO_CLASS', class: null, reasons: short, steps: points };
  const band = total === null ? null : bandOf(total, rules.parameters.bands.value);
  if (total !== null && band !== null) points.push(bandStep(total, band, rules));
  const grounds = forcedReasons(person, context, rules);
  if (grounds.length > 0) return forced(grounds, points);
  if (band === null) return { ...openReasons(year, service, rules), class: null, steps: points };
  const flags = partyFlags(person, context.units, context.year, rules);
  const flagged = flags.isBarred ? lowerClass(band, 'HTT') : band;
  const flagSteps = flags.reasons
    .filter(({ code }) => code === 'PARTY_QUARTER_HEAD')
    .map((reason) => reasonStep('partyQuarterFlags', flagged, reason));
  const under = underCeiling(person, flagged, context);
  return {
    ...under,
    reasons: [...flags.reasons, ...under.reasons],
    steps: [...points, ...flagSteps, ...under.steps],
  };
}

/** A person's year from the scores of its periods: means, class by points, bars and ceilings; the quota comes later. */
export function ratePerson(
  person: PersonFacts,
  periods: readonly ScoredPeriod[],
  context: RatingContext,
): RatedPerson {
  const { rules } = context;
  const service = serviceOf(person, context.year);
  const year = yearPeriods(periods, service.expected, rules);
  const total = meanOf(year, YEAR);
  const mean = (span: readonly [number, number]) => {
    const value = meanOf(year, span);
    return value === null ? null : figure(value);
  };
  const {
    status,
    class: rated,
    reasons,
    steps,
  } = standing(person, context, {
    total,
    service,
    year,
  });
  const score: PersonScore = {
    personId: person.id,
    unitId: person.unitId,
    groupId: person.groupId,
    status,
    year: total === null ? null : figure(total),
    quarters: QUARTERS.map(mean),
    halves: HALVES.map(mean),
    serviceMonths: figure(service.months),
    december: year.december,
    periods: year.counted.map(({ scored, months }) => ({ ...scored.score, months: months.length })),
    band: total === null ? null : bandOf(total, rules.parameters.bands.value),
    class: rated,
    reasons: status === 'NO_CLASS' ? reasons : [...reasons, ...leaveReasons(person, year, rules)],
    waterfall: steps,
  };
  return { score, total };
}
