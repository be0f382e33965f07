import type { LocalDate } from '@thidua/kernel';
import {
  countsOfKpi,
  countsReach,
  kpiOf,
  loadKpiCounts,
  loadTaskOutcomes,
  onTimeRanking,
  outcomesOf,
  rankUnits,
  taskOutcomes,
  type KpiCounts,
  type KpiScope,
  type Ranking,
} from '@thidua/projections';
import type { AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { resolveUnit } from '../organisation/resolve-unit';
import { rankable, RULE, type KpiInput } from './performance-queries';
import { viewOf, type View, type YearInput } from './read-outcomes';

export interface KpiCountsAnswer extends AnswerHeader {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt: string | null;
  readonly rule: typeof RULE;
  /** The whole department; null when one unit was asked for. */
  readonly department: KpiCounts | null;
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly kind: string;
    readonly kpi: KpiCounts;
  }[];
}

export interface RankingCountsAnswer extends AnswerHeader, Ranking<KpiCounts> {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt: string | null;
  readonly minimumN: number;
  /** Names on the day asked about, by unit id. */
  readonly names: Readonly<Record<string, string>>;
}

interface CountsOfScopes extends AnswerHeader {
  readonly counts: readonly KpiCounts[];
}

/**
 * From the sums, in a time that does not grow with the number of tasks. What the sums do not know (what was known at an
 * earlier moment, days long after the year) is counted from the facts instead: slower, and the same numbers.
 */
function countsOf(
  parts: ApplicationParts,
  scopes: readonly KpiScope[],
  view: View,
  after: string | undefined,
): Promise<CountsOfScopes> {
  const options = { ...view, minimumN: RULE.minimumN };
  const isSummed = view.knownAt === undefined && countsReach(view);
  return answer(parts, taskOutcomes, after, async (reader) => {
    if (isSummed) return { counts: await loadKpiCounts(reader, scopes, options) };
    const outcomes = outcomesOf(await loadTaskOutcomes(reader, { year: view.year }), view);
    return { counts: scopes.map((scope) => countsOfKpi(kpiOf(outcomes, scope, options))) };
  });
}

/** The KPI of `kpis` as numbers alone. */
export async function kpiCounts(
  parts: ApplicationParts,
  input: KpiInput,
): Promise<KpiCountsAnswer> {
  const view = viewOf(input, parts.now());
  const directory = await parts.directory.current();
  const isWhole = input.unit === undefined;
  const units =
    input.unit === undefined
      ? rankable(directory, view.asOf)
      : [resolveUnit(directory, input.unit, view.asOf)];
  const scopes: readonly KpiScope[] = [
    { of: 'department' },
    ...units.map(({ unitId }) => ({ of: 'unit', unitId }) as const),
  ];
  const asked = isWhole ? scopes : scopes.slice(1);
  const { counts, ...header } = await countsOf(parts, asked, view, input.after);
  const ofUnits = isWhole ? counts.slice(1) : counts;
  return {
    ...header,
    ...{ year: view.year, asOf: view.asOf, knownAt: view.knownAt ?? null },
    rule: RULE,
    department: isWhole ? (counts[0] ?? null) : null,
    units: units.flatMap(({ unitId, name, kind }, index) => {
      const kpi = ofUnits[index];
      return kpi === undefined ? [] : [{ unitId, name, kind, kpi }];
    }),
  };
}

/** The ranking of `ranking` with the numbers it compares and no list of tasks. */
export async function rankingCounts(
  parts: ApplicationParts,
  input: YearInput,
): Promise<RankingCountsAnswer> {
  const view = viewOf(input, parts.now());
  const directory = await parts.directory.current();
  const units = directory.unitsOn(view.asOf);
  const scopes = units.map(({ unitId }) => ({ of: 'unit', unitId }) as const);
  const { counts, ...header } = await countsOf(parts, scopes, view, input.after);
  const ranked = rankUnits(
    onTimeRanking,
    units.flatMap(({ unitId, kind }, index) => {
      const kpi = counts[index];
      return kpi === undefined ? [] : [{ unitId, kind, kpi }];
    }),
    { isFrozen: false },
  );
  return {
    ...header,
    ...ranked,
    ...{ year: view.year, asOf: view.asOf, knownAt: view.knownAt ?? null },
    minimumN: onTimeRanking.minimumN,
    names: Object.fromEntries(units.map(({ unitId, name }) => [unitId, name])),
  };
}
