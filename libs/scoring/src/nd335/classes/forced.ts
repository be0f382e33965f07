import type { Label } from '../../label';
import type { PersonFacts, ViolationFacts } from '../facts/person-facts';
import { DISCIPLINE_LEVELS } from '../rule-set/civil-servant-parameters';
import type { RatingReason } from '../result';
import type { CompiledRules } from '../period/compiled-rules';

const WORDS: Readonly<Record<ViolationFacts['kind'], Label>> = {
  DEGRADATION: {
    vi: 'Có kết luận suy thoái, vi phạm những điều đảng viên không được làm hoặc trách nhiệm nêu gương',
    en: 'Concluded degradation, or a breach of what members may not do or of setting an example',
  },
  DISCIPLINED: {
    vi: 'Bị kỷ luật trong năm do vi phạm liên quan đến công vụ',
    en: 'Disciplined in the year for an act related to duties',
  },
  UNIT_CORRUPTION: {
    vi: 'Đơn vị trực tiếp phụ trách bị xử lý về tham ô, tham nhũng, lãng phí',
    en: 'The unit directly in charge of was handled for embezzlement, corruption or waste',
  },
};

export interface YearOfAgency {
  readonly year: number;
  readonly agencyId: string;
}

function bars(
  violation: ViolationFacts,
  person: PersonFacts,
  { parameters }: CompiledRules,
): boolean {
  if (!parameters.forcedGrounds.value.includes(violation.kind)) return false;
  switch (violation.kind) {
    case 'DEGRADATION':
      return true;
    case 'DISCIPLINED': {
      const from = DISCIPLINE_LEVELS.indexOf(parameters.disciplineFrom.value);
      return violation.dutyRelated && DISCIPLINE_LEVELS.indexOf(violation.level) >= from;
    }
    case 'UNIT_CORRUPTION':
      return person.posts.some(
        ({ post, unitId }) => post !== 'STAFF' && unitId === violation.unitId,
      );
  }
}

/** What makes the year "not completed" whatever its points. A fault counts in its year and at its agency only. */
export function forcedReasons(
  person: PersonFacts,
  { year, agencyId }: YearOfAgency,
  rules: CompiledRules,
): readonly RatingReason[] {
  return person.violations
    .filter((violation) => violation.countedInYear === year && violation.agencyId === agencyId)
    .filter((violation) => bars(violation, person, rules))
    .map(({ kind, actId, eventIds }) => ({
      code: `FORCED_${kind}`,
      words: {
        vi: `${WORDS[kind].vi} (${actId})`,
        en: `${WORDS[kind].en} (${actId})`,
      },
      article: rules.parameters.forcedGrounds.article,
      eventIds,
    }));
}
