import { compareRational, plus, rational, type Rational } from '@thidua/kernel';
import type { Label } from '../../label';
import { amountOf } from '../../validate-rule-set';
import { bandOf } from '../classes/band';
import { classStep } from '../classes/class-step';
import { eventsOf } from '../event-ids';
import type { UnitTasks, UnitYear, UnitYearFacts } from '../facts/unit-facts';
import { figure } from '../numbers/figure';
import { pointsSteps, type Change } from '../period/points-step';
import type { RatedClass } from '../rated-class';
import type { RatingStatus, RatingReason, RatingStep, UnitRating } from '../result';
import type { OrganisationRules } from '../rule-set/rule-set';
import { classConditions, failedConditions } from './class-conditions';

export interface RatedUnit {
  readonly score: UnitRating;
  readonly total: Rational | null;
}

interface Verdict {
  readonly status: RatingStatus;
  readonly class: RatedClass | null;
  readonly reasons: readonly RatingReason[];
}

const reason = (
  code: string,
  words: Label,
  article: string,
  eventIds: readonly string[],
): RatingReason => ({
  code,
  words,
  article,
  eventIds,
});

function missing(what: Label, article: string): Verdict {
  return {
    status: 'INSUFFICIENT_DATA',
    class: null,
    reasons: [reason('DATA_MISSING', what, article, [])],
  };
}

/** KHT by wrongdoing or by too few tasks done; force majeure is weighed by the authority, not by us. */
function notCompleted(year: UnitYear, tasks: UnitTasks, rules: OrganisationRules): Verdict | null {
  const { bands, notCompletedBelow } = rules.parameters;
  if (year.wrongdoing.length > 0) {
    const words = {
      vi: 'Có kết luận sai phạm trong công tác cán bộ hoặc mất đoàn kết',
      en: 'Concluded wrongdoing in personnel work, or disunity',
    };
    const found = reason('WRONGDOING', words, bands.article, eventsOf(...year.wrongdoing));
    return { status: 'CLASSED', class: 'KHT', reasons: [found] };
  }
  const share = rational(tasks.done, tasks.total);
  if (compareRational(share, amountOf(notCompletedBelow.value)) >= 0) return null;
  const counts = `${tasks.done}/${tasks.total}`;
  const words = {
    vi: `Hoàn thành ${counts} nhiệm vụ, dưới ${notCompletedBelow.value}`,
    en: `${counts} tasks done, under ${notCompletedBelow.value}`,
  };
  const { article } = notCompletedBelow;
  const few = reason('TOO_FEW_DONE', words, article, eventsOf(tasks));
  if (tasks.forceMajeure === null) return { status: 'CLASSED', class: 'KHT', reasons: [few] };
  const pleaded = {
    vi: `Nêu lý do bất khả kháng: ${tasks.forceMajeure.reason}`,
    en: `Force majeure is brought forward: ${tasks.forceMajeure.reason}`,
  };
  const plea = reason('FORCE_MAJEURE', pleaded, article, eventsOf(tasks.forceMajeure));
  return { status: 'NEEDS_AUTHORITY', class: null, reasons: [few, plea] };
}

/** The class of the band when all its conditions hold; else the authority decides, told which ones failed. */
function byConditions(
  band: RatedClass,
  year: UnitYear,
  tasks: UnitTasks,
  rules: OrganisationRules,
): Verdict {
  const conditions = classConditions(year, tasks, rules);
  const failed = failedConditions(conditions[band]);
  if (failed.length === 0) return { status: 'CLASSED', class: band, reasons: [] };
  const lower = BELOW[band].find((each) => failedConditions(conditions[each]).length === 0);
  const holds = lower === undefined ? [] : [lowerHolds(lower, tasks, rules)];
  return { status: 'NEEDS_AUTHORITY', class: null, reasons: [...failed, ...holds] };
}

/** Classes under one that ask for something, the next one first. */
const BELOW: Readonly<Record<RatedClass, readonly RatedClass[]>> = {
  HTXS: ['HTT', 'HT'],
  HTT: ['HT'],
  HT: [],
  KHT: [],
};

/** Told beside what failed, for the authority weighs both: the points are above that class, its conditions are met. */
function lowerHolds(lower: RatedClass, tasks: UnitTasks, rules: OrganisationRules): RatingReason {
  const words = {
    vi: `Mọi điều kiện của mức ${lower} đều đạt, nhưng điểm cao hơn khung điểm của mức này`,
    en: `All conditions of ${lower} hold, but the points are above its band`,
  };
  const { article } = rules.parameters.bands;
  return reason('CONDITIONS_OF_LOWER_HOLD', words, article, eventsOf(tasks));
}

function verdictOf(
  year: UnitYear | null,
  band: RatedClass | null,
  rules: OrganisationRules,
): Verdict {
  const { article } = rules.parameters.bands;
  if (year === null || year.tasks === null || year.tasks.total === 0) {
    const what = { vi: 'Thiếu số liệu nhiệm vụ của năm', en: 'The year’s tasks are missing' };
    return missing(what, article);
  }
  const fallen = notCompleted(year, year.tasks, rules);
  if (fallen !== null) return fallen;
  if (band === null) {
    return missing({ vi: 'Thiếu điểm theo tiêu chí', en: 'The marks are missing' }, article);
  }
  return byConditions(band, year, year.tasks, rules);
}

function changesOf(
  { general, result, eventIds }: NonNullable<UnitYear['score']>,
  { parameters }: OrganisationRules,
): readonly Change[] {
  return [
    {
      id: 'general',
      title: { vi: 'Tiêu chí chung', en: 'General criteria' },
      formula: 'điểm tiêu chí chung',
      values: { max: amountOf(parameters.generalMax.value) },
      change: amountOf(general),
      article: parameters.generalMax.article,
      eventIds,
    },
    {
      id: 'result',
      title: { vi: 'Kết quả nhiệm vụ', en: 'Results' },
      formula: '+ điểm kết quả nhiệm vụ',
      values: { max: amountOf(parameters.resultMax.value) },
      change: amountOf(result),
      article: parameters.resultMax.article,
      eventIds,
    },
  ];
}

const stepOf = (
  rated: RatedClass,
  words: Label,
  article: string,
  eventIds: readonly string[],
): RatingStep =>
  classStep({
    id: 'class',
    title: words,
    formula: `→ ${rated}`,
    values: {},
    class: rated,
    article,
    eventIds,
  });

function classSteps(
  verdict: Verdict,
  facts: UnitYear,
  rules: OrganisationRules,
): readonly RatingStep[] {
  if (verdict.class === null) return [];
  const [because] = verdict.reasons;
  if (because !== undefined) {
    return [stepOf(verdict.class, because.words, because.article, because.eventIds)];
  }
  const words = { vi: 'Đạt mọi điều kiện của mức', en: 'All conditions of the class hold' };
  const events = eventsOf(facts.tasks, ...facts.subUnitsNotCompleted);
  return [stepOf(verdict.class, words, rules.parameters.bands.article, events)];
}

/** A unit's year by points and conditions; the quota comes later. */
export function rateUnit(unit: UnitYearFacts, rules: OrganisationRules): RatedUnit {
  const year = unit.year;
  const score = year?.score ?? null;
  const total = score === null ? null : plus(amountOf(score.general), amountOf(score.result));
  const band = total === null ? null : bandOf(total, rules.parameters.bands.value);
  const verdict = verdictOf(year, band, rules);
  const points = score === null ? [] : pointsSteps(changesOf(score, rules));
  return {
    score: {
      unitId: unit.id,
      groupId: unit.groupId,
      ...verdict,
      total: total === null ? null : figure(total),
      band,
      waterfall: [...points, ...(year === null ? [] : classSteps(verdict, year, rules))],
    },
    total,
  };
}
