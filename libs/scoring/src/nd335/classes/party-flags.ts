import { compareRational, rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { eventsOf } from '../event-ids';
import type { PersonFacts } from '../facts/person-facts';
import type { UnitYearFacts } from '../facts/unit-facts';
import type { CompiledRules } from '../period/compiled-rules';
import type { RatingReason } from '../result';
import { overlaps } from './posts';

const SPANS = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
} as const;

export interface PartyFlags {
  /** True when a quarter of a unit headed fell short: no HTXS for the year. */
  readonly isBarred: boolean;
  readonly reasons: readonly RatingReason[];
}

type Quarter = UnitYearFacts['quarters'][number];

/** The quarterly flags of the Party layer; they concern leaders only. */
export function partyFlags(
  person: PersonFacts,
  units: readonly UnitYearFacts[],
  year: number,
  { parameters }: CompiledRules,
): PartyFlags {
  const { enabled, value, article } = parameters.partyQuarterFlags;
  if (!enabled) return { isBarred: false, reasons: [] };
  const least = amountOf(value.unitDoneMin);
  const held = ({ quarter }: Quarter, unitId: string, post: string): boolean =>
    person.posts.some(
      (each) =>
        each.post === post &&
        each.unitId === unitId &&
        overlaps(each, `${year}-${SPANS[quarter][0]}`, `${year}-${SPANS[quarter][1]}`),
    );
  const short = units.flatMap(({ id, quarters }) =>
    quarters
      .filter(({ done, total }) => compareRational(rational(done, total), least) < 0)
      .map((quarter) => ({ unitId: id, quarter })),
  );
  const asHead = short.filter(({ unitId, quarter }) => held(quarter, unitId, 'HEAD'));
  const asDeputy = short.filter(({ unitId, quarter }) => held(quarter, unitId, 'DEPUTY'));
  const running = asHead.filter((a) =>
    asHead.some(
      (b) => a.unitId === b.unitId && Math.abs(placeOf(a.quarter) - placeOf(b.quarter)) === 1,
    ),
  );
  const reasons = [
    ...flag('PARTY_QUARTER_HEAD', asHead, article),
    ...flag('PARTY_QUARTERS_RUNNING', running, article),
    ...flag('PARTY_QUARTER_DEPUTY', asDeputy, article),
  ];
  return { isBarred: asHead.length > 0, reasons };
}

const WORDS = {
  PARTY_QUARTER_HEAD: {
    vi: 'Tập thể không đạt trong quý, người đứng đầu không được xếp HTXS cả năm',
    en: 'The collective fell short in a quarter: its head is not HTXS for the year',
  },
  PARTY_QUARTERS_RUNNING: {
    vi: 'Hai quý liền không đạt: xem xét thay thế',
    en: 'Two quarters running fell short: replacement is to be considered',
  },
  PARTY_QUARTER_DEPUTY: {
    vi: 'Tập thể không đạt trong quý, cấp phó không được xếp HTXS quý đó',
    en: 'The collective fell short in a quarter: its deputies are not HTXS for that quarter',
  },
} as const;

function flag(
  code: keyof typeof WORDS,
  of: readonly { readonly unitId: string; readonly quarter: Quarter }[],
  article: string,
): readonly RatingReason[] {
  if (of.length === 0) return [];
  const where = of.map(({ unitId, quarter }) => `${unitId} ${quarter.quarter}`).join(', ');
  const words = { vi: `${WORDS[code].vi}: ${where}`, en: `${WORDS[code].en}: ${where}` };
  return [{ code, words, article, eventIds: eventsOf(...of.map(({ quarter }) => quarter)) }];
}

const placeOf = ({ quarter }: Quarter): number => Number(quarter.slice(1));
