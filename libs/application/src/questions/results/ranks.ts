import {
  kpiOf,
  onTimeRanking,
  rankUnits,
  type DueDateBasis,
  type RankingEntry,
} from '@thidua/projections';
import type { Facts } from '../frame/question';

/** A unit's place within its group by one of the two due dates. */
export interface UnitRank extends Pick<RankingEntry, 'unitId' | 'rank' | 'rate' | 'kpi'> {
  readonly group: string;
  readonly unranked: 'noData' | 'belowMinimum' | null;
}

/** Units that led a task of the answer, ranked like with like; those never ranked come last, without a rank. */
export function ranksBy(
  basis: DueDateBasis,
  { files, request, directory }: Facts,
): readonly UnitRank[] {
  const outcomes = files.map(({ outcome }) => outcome);
  const year = outcomes[0]?.year ?? request.year;
  const options = { year, asOf: request.asOf, minimumN: onTimeRanking.minimumN };
  const units = directory.unitsOn(request.asOf).map(({ unitId, kind }) => ({
    unitId,
    kind,
    kpi: kpiOf(outcomes, { of: 'unit', unitId }, options),
  }));
  const leading = units.filter(({ kpi }) => kpi[basis].total.count > 0);
  const { groups, excluded } = rankUnits({ ...onTimeRanking, basis }, leading, { isFrozen: false });
  const ranked = groups.flatMap(({ label, entries }) =>
    entries.map(({ unitId, rank, rate, kpi, unrankedBecause }) => ({
      ...{ unitId, rank, rate, kpi },
      group: label.vi,
      unranked: unrankedBecause,
    })),
  );
  const apart = leading.flatMap(({ unitId, kpi }) => {
    const found = excluded.find((each) => each.unitId === unitId);
    if (found === undefined) return [];
    const rate = kpi[basis].rates.onTimeOfDue;
    return [{ unitId, rank: null, rate, kpi, group: found.because.vi, unranked: null }];
  });
  return [...ranked, ...apart];
}

/** A rate as the counts it was made from: `5/6`. */
export const countsText = ({ numerator, denominator }: UnitRank['rate']): string =>
  `${numerator}/${denominator}`;
