import type { LocalDate } from '@thidua/kernel';
import type { Directory, UnitOnDate } from '@thidua/organisation';
import { kpiOf, onTimeRanking, rankUnits, type Ranking, type UnitKpi } from '@thidua/projections';
import type { AnswerHeader, ApplicationParts } from '../application-parts';
import { resolveUnit } from '../organisation/resolve-unit';
import { readOutcomes, viewOf, type YearInput } from './read-outcomes';

export interface KpiInput extends YearInput {
  /** Unit id, name or alias; every unit and the department when left out. */
  readonly unit?: string | undefined;
}

export interface KpiOfUnit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly kpi: UnitKpi;
}

export interface KpiAnswer extends AnswerHeader {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt: string | null;
  /** Rule by which rates below a minimum number of tasks are withheld. */
  readonly rule: { readonly id: string; readonly version: number; readonly minimumN: number };
  /** The whole department; null when one unit was asked for. */
  readonly department: UnitKpi | null;
  readonly units: readonly KpiOfUnit[];
}

/** Rule by which rates below a minimum number of tasks are withheld. */
export const RULE = {
  id: onTimeRanking.id,
  version: onTimeRanking.version,
  minimumN: onTimeRanking.minimumN,
};

export async function kpis(parts: ApplicationParts, input: KpiInput): Promise<KpiAnswer> {
  const view = viewOf(input, parts.now());
  const directory = await parts.directory.current();
  const units =
    input.unit === undefined
      ? rankable(directory, view.asOf)
      : [resolveUnit(directory, input.unit, view.asOf)];
  const { outcomes, ...header } = await readOutcomes(parts, view, input.after);
  const options = { ...view, minimumN: RULE.minimumN };
  return {
    ...header,
    year: view.year,
    asOf: view.asOf,
    knownAt: view.knownAt ?? null,
    rule: RULE,
    department: input.unit === undefined ? kpiOf(outcomes, { of: 'department' }, options) : null,
    units: units.map(({ unitId, name, kind }) => ({
      ...{ unitId, name, kind },
      kpi: kpiOf(outcomes, { of: 'unit', unitId }, options),
    })),
  };
}

export interface RankingAnswer extends AnswerHeader, Ranking {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt: string | null;
  readonly minimumN: number;
  /** Names on the day asked about, by unit id. */
  readonly names: Readonly<Record<string, string>>;
}

export async function ranking(parts: ApplicationParts, input: YearInput): Promise<RankingAnswer> {
  const view = viewOf(input, parts.now());
  const directory = await parts.directory.current();
  const units = directory.unitsOn(view.asOf);
  const { outcomes, ...header } = await readOutcomes(parts, view, input.after);
  const options = { ...view, minimumN: onTimeRanking.minimumN };
  const ranked = rankUnits(
    onTimeRanking,
    units.map(({ unitId, kind }) => ({
      unitId,
      kind,
      kpi: kpiOf(outcomes, { of: 'unit', unitId }, options),
    })),
    { isFrozen: false },
  );
  return {
    ...header,
    ...ranked,
    year: view.year,
    asOf: view.asOf,
    knownAt: view.knownAt ?? null,
    minimumN: onTimeRanking.minimumN,
    names: Object.fromEntries(units.map(({ unitId, name }) => [unitId, name])),
  };
}

/** Units that answer for tasks; the department is shown as a whole beside them. */
export const rankable = (directory: Directory, date: LocalDate): readonly UnitOnDate[] =>
  directory.unitsOn(date).filter(({ kind }) => kind !== 'department' && kind !== 'outside');
