import { compareRational, minus } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { classStep } from '../classes/class-step';
import type { YearOfAgency } from '../classes/forced';
import type { HistoricalFacts, PersonFacts } from '../facts/person-facts';
import { figure } from '../numbers/figure';
import { CLASS_TITLES, lowerClass, type RatedClass } from '../rated-class';
import type { PersonScore, RatingStatus, RatingReason, RatingStep } from '../result';
import type { HistoricalRules } from '../rule-set/rule-set';
import { serviceOf, type Service } from '../year/service';
import { failedByClass, isNotCompleted } from './historical-conditions';

interface Verdict {
  readonly status: RatingStatus;
  readonly class: RatedClass | null;
  readonly reasons: readonly RatingReason[];
  readonly steps: readonly RatingStep[];
}

const reason = (
  code: string,
  [vi, en]: readonly [string, string],
  article: string,
  eventIds: readonly string[],
): RatingReason => ({ code, words: { vi, en }, article, eventIds });

const open = (status: RatingStatus, reasons: readonly RatingReason[]): Verdict => ({
  status,
  class: null,
  reasons,
  steps: [],
});

const step = (
  id: string,
  rated: RatedClass,
  { words, article, eventIds }: RatingReason,
): RatingStep =>
  classStep({
    id,
    title: words,
    formula: `→ ${rated}`,
    values: {},
    class: rated,
    article,
    eventIds,
  });

function byResults(facts: HistoricalFacts, { parameters }: HistoricalRules): Verdict {
  const { eventIds } = facts;
  const { article } = parameters.missedOver;
  if (isNotCompleted(facts, parameters)) {
    const words = ['Kết quả dưới mức tối thiểu', 'The results are under the minimum'] as const;
    const because = reason('RESULTS_UNDER_MINIMUM', words, article, eventIds);
    return {
      status: 'CLASSED',
      class: 'KHT',
      reasons: [because],
      steps: [step('results', 'KHT', because)],
    };
  }
  const failed = failedByClass(facts, parameters);
  const fit = (['HTXS', 'HTT', 'HT'] as const).find((rated) => failed[rated].length === 0);
  if (fit === undefined) {
    const reasons = failed.HT.map((code) =>
      reason(
        code,
        [`Điều kiện của HT không đạt: ${code}`, `Condition of HT failed: ${code}`],
        article,
        eventIds,
      ),
    );
    return open('NEEDS_AUTHORITY', reasons);
  }
  const { vi, en } = CLASS_TITLES[fit];
  const because = reason(
    'CONDITIONS_HOLD',
    [`Đạt mọi điều kiện: ${vi}`, `All conditions hold: ${en}`],
    parameters.lackingMax.article,
    eventIds,
  );
  return { status: 'CLASSED', class: fit, reasons: [], steps: [step('results', fit, because)] };
}

/** Three months off or more: rated, but not HTT or above. */
function afterAbsence(
  verdict: Verdict,
  service: Service,
  { parameters }: HistoricalRules,
): Verdict {
  const { absentMonthsFrom } = parameters;
  const absent = minus(service.months, service.presentMonths);
  if (verdict.class === null || compareRational(absent, amountOf(absentMonthsFrom.value)) < 0) {
    return verdict;
  }
  const rated = lowerClass(verdict.class, 'HT');
  const because = reason(
    'ABSENT_TOO_LONG',
    [
      `Nghỉ từ ${absentMonthsFrom.value} tháng trở lên: không từ HTT trở lên`,
      `${absentMonthsFrom.value} months off or more: HT at most`,
    ],
    absentMonthsFrom.article,
    [],
  );
  return {
    ...verdict,
    class: rated,
    reasons: [...verdict.reasons, because],
    steps: [...verdict.steps, step('absence', rated, because)],
  };
}

function verdictOf(
  person: PersonFacts,
  { year }: YearOfAgency,
  service: Service,
  rules: HistoricalRules,
): Verdict {
  const { serviceMonthsMin, missedOver } = rules.parameters;
  if (compareRational(service.presentMonths, amountOf(serviceMonthsMin.value)) < 0) {
    const words = ['Công tác dưới 6 tháng trong năm', 'Under six months of work'] as const;
    return open('NO_CLASS', [reason('SERVICE_TOO_SHORT', words, serviceMonthsMin.article, [])]);
  }
  const grounds = person.violations
    .filter(({ countedInYear, kind }) => countedInYear === year && kind !== 'UNIT_CORRUPTION')
    .map(({ kind, actId, eventIds }) =>
      reason(
        `FORCED_${kind}`,
        [`Vi phạm ${actId}`, `Violation ${actId}`],
        missedOver.article,
        eventIds,
      ),
    );
  if (grounds.length > 0) {
    const steps = grounds.map((ground) => step('forced', 'KHT', ground));
    return { status: 'CLASSED', class: 'KHT', reasons: grounds, steps };
  }
  if (person.historical === null) {
    const words = ['Thiếu kết quả của năm', 'The year’s results are missing'] as const;
    return open('INSUFFICIENT_DATA', [reason('RESULTS_MISSING', words, missedOver.article, [])]);
  }
  return afterAbsence(byResults(person.historical, rules), service, rules);
}

/** A person's year by the decrees that held up to 2025: conditions, no points, so nobody can be ranked. */
export function rateHistorical(
  person: PersonFacts,
  of: YearOfAgency,
  rules: HistoricalRules,
): PersonScore {
  const service = serviceOf(person, of.year);
  const { status, class: rated, reasons, steps } = verdictOf(person, of, service, rules);
  return {
    personId: person.id,
    unitId: person.unitId,
    groupId: person.groupId,
    status,
    year: null,
    quarters: [],
    halves: [],
    serviceMonths: figure(service.months),
    december: null,
    periods: [],
    band: null,
    class: rated,
    reasons,
    waterfall: steps,
  };
}
