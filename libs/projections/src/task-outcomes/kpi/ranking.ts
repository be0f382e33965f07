import { compareRational, rational, type Rational } from '@thidua/kernel';
import type { Rate } from './figures';
import type { CompletionRates } from './completion-rates';
import type { UnitKpi } from './unit-kpi';

interface WithRates {
  readonly rates: CompletionRates;
}

/** What a ranking compares, whether it comes with every task behind it or as counts alone. */
export interface Rankable {
  readonly byOriginalDate: WithRates;
  readonly byDateInForce: WithRates;
  readonly reporting: { readonly rate: Rate };
  readonly acceptance: { readonly firstTime: Rate };
  readonly coordination: { readonly rate: Rate };
}

interface Label {
  readonly vi: string;
  readonly en: string;
}

export type RankingMetric =
  | 'ofDue'
  | 'ofAll'
  | 'onTimeOfFinished'
  | 'onTimeOfDue'
  | 'overdueOfDue'
  | 'reporting'
  | 'firstTimeAcceptance'
  | 'coordination';

/** What is compared with what, as data with a version. */
export interface RankingRule {
  readonly id: string;
  readonly version: number;
  readonly metric: RankingMetric;
  /** Which due date the completion metrics use; the others do not depend on it. */
  readonly basis: 'byOriginalDate' | 'byDateInForce';
  readonly better: 'higher' | 'lower';
  /** Smallest denominator with which a unit is ranked. */
  readonly minimumN: number;
  /** Like with like: units are ranked only against units of the same group. */
  readonly groups: readonly RankingGroupRule[];
  /** Kinds that are never ranked, with the reason that is shown. */
  readonly excludedKinds: readonly { readonly kind: string; readonly because: Label }[];
}

export interface RankingGroupRule {
  readonly id: string;
  readonly label: Label;
  readonly kinds: readonly string[];
  /** Shown beside the group, e.g. why it stands apart. */
  readonly flag: Label | null;
}

export interface RankedUnit<Kpi extends Rankable = UnitKpi> {
  readonly unitId: string;
  /** Kind of the unit on the day asked about, e.g. `division`. */
  readonly kind: string;
  readonly kpi: Kpi;
}

export interface RankingEntry<Kpi extends Rankable = UnitKpi> {
  readonly unitId: string;
  /** 1 is best; ties share a rank and the next one is skipped (1, 1, 3). Null when unranked. */
  readonly rank: number | null;
  readonly unrankedBecause: 'noData' | 'belowMinimum' | null;
  readonly rate: Rate;
  /** Everything behind the number. */
  readonly kpi: Kpi;
}

export interface Ranking<Kpi extends Rankable = UnitKpi> {
  readonly rule: { readonly id: string; readonly version: number; readonly metric: RankingMetric };
  /** True until the period is frozen. */
  readonly isProvisional: boolean;
  readonly groups: readonly {
    readonly id: string;
    readonly label: Label;
    readonly flag: Label | null;
    readonly entries: readonly RankingEntry<Kpi>[];
  }[];
  readonly excluded: readonly { readonly unitId: string; readonly because: Label }[];
}

/** Sở practice: the divisions among themselves, the Office and the sub-departments apart, task forces never. */
export const onTimeRanking: RankingRule = {
  id: 'on-time-of-due',
  version: 1,
  metric: 'onTimeOfDue',
  basis: 'byDateInForce',
  better: 'higher',
  minimumN: 3,
  groups: [
    {
      id: 'divisions',
      label: { vi: 'Các phòng chuyên môn', en: 'Divisions' },
      kinds: ['division'],
      flag: null,
    },
    {
      id: 'office',
      label: { vi: 'Văn phòng Sở', en: 'Office' },
      kinds: ['office'],
      flag: {
        vi: 'Xếp riêng vì chủ trì nhiều nhiệm vụ tổng hợp, đôn đốc',
        en: 'Apart because it leads many compiling and urging tasks',
      },
    },
    {
      id: 'sub-departments',
      label: { vi: 'Chi cục', en: 'Sub-departments' },
      kinds: ['sub-department'],
      flag: { vi: 'Xếp riêng với các phòng', en: 'Apart from the divisions' },
    },
  ],
  excludedKinds: [
    {
      kind: 'task-force',
      because: {
        vi: 'Tổ công tác không xếp hạng; kết quả tính cho đơn vị có thành viên',
        en: 'A task force is not ranked; its results go to the units of its members',
      },
    },
    {
      kind: 'department',
      because: { vi: 'Là toàn Sở, không xếp với đơn vị', en: 'It is the whole department' },
    },
    {
      kind: 'outside',
      because: { vi: 'Đơn vị ngoài Sở', en: 'Outside the department' },
    },
  ],
};

const NOT_IN_RULE: Label = {
  vi: 'Quy tắc xếp hạng không có nhóm cho loại đơn vị này',
  en: 'The ranking rule has no group for this kind of unit',
};

function rateFor({ metric, basis }: RankingRule, kpi: Rankable): Rate {
  switch (metric) {
    case 'reporting':
      return kpi.reporting.rate;
    case 'firstTimeAcceptance':
      return kpi.acceptance.firstTime;
    case 'coordination':
      return kpi.coordination.rate;
    default:
      return kpi[basis].rates[metric];
  }
}

/** Compared by the counts themselves, never by the printed decimals. */
const shareOf = ({ numerator, denominator }: Rate): Rational => rational(numerator, denominator);

function entriesOf<Kpi extends Rankable>(
  rule: RankingRule,
  units: readonly RankedUnit<Kpi>[],
): readonly RankingEntry<Kpi>[] {
  const rated = units.map(({ unitId, kpi }) => ({ unitId, kpi, rate: rateFor(rule, kpi) }));
  const sign = rule.better === 'higher' ? -1 : 1;
  const compare = (a: Rate, b: Rate): number => sign * compareRational(shareOf(a), shareOf(b));
  const enough = rated.filter(
    ({ rate }) => rate.denominator > 0 && rate.denominator >= rule.minimumN,
  );
  const ranked = enough
    .toSorted((a, b) => compare(a.rate, b.rate) || (a.unitId < b.unitId ? -1 : 1))
    .map((entry) => ({
      ...entry,
      rank: 1 + enough.filter(({ rate }) => compare(rate, entry.rate) < 0).length,
      unrankedBecause: null,
    }));
  const unranked = rated
    .filter((entry) => !enough.includes(entry))
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
    .map((entry) => ({
      ...entry,
      rank: null,
      unrankedBecause:
        entry.rate.denominator === 0 ? ('noData' as const) : ('belowMinimum' as const),
    }));
  return [...ranked, ...unranked];
}

/** Ranks units within the groups of the rule; a unit of an excluded or unlisted kind is listed with the reason. */
export function rankUnits<Kpi extends Rankable>(
  rule: RankingRule,
  units: readonly RankedUnit<Kpi>[],
  { isFrozen }: { readonly isFrozen: boolean },
): Ranking<Kpi> {
  const excluded = (kind: string): Label | null => {
    const named = rule.excludedKinds.find((item) => item.kind === kind);
    if (named !== undefined) return named.because;
    return rule.groups.some(({ kinds }) => kinds.includes(kind)) ? null : NOT_IN_RULE;
  };
  return {
    rule: { id: rule.id, version: rule.version, metric: rule.metric },
    isProvisional: !isFrozen,
    groups: rule.groups.map(({ id, label, flag, kinds }) => ({
      ...{ id, label, flag },
      entries: entriesOf(
        rule,
        units.filter(({ kind }) => kinds.includes(kind) && excluded(kind) === null),
      ),
    })),
    excluded: units
      .flatMap(({ unitId, kind }) => {
        const because = excluded(kind);
        return because === null ? [] : [{ unitId, because }];
      })
      .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)),
  };
}
