import { monthOf, type LocalDate } from '@thidua/kernel';
import { liveTable } from '../../query/live-table';
import type { Reader } from '../../query/reader';
import { tallyOf } from '../../runtime/tallies/tally-table';
import type { KpiScope } from '../kpi/unit-kpi';
import { taskOutcomes } from '../task-outcomes.projection';
import { kpiCounts, scopeId, type CountsView, type KpiCounts } from './kpi-counts';
import { MEASURES } from './measures';
import { dayNumber, horizonOf } from './step';

interface SumRow {
  readonly scope: string;
  readonly amounts: readonly number[];
}

/** Whole months before that of the day, and then the days of the month up to it. */
const SUMS = (table: string): string => `
  select scope, amounts from ${table}
   where year = $1 and scope = any($2)
     and ((length(period) = 7 and period < $3) or (period like $3 || '-%' and period <= $4))`;

/** True when the sums know the day: reports of open tasks fall due for ever, and they know them up to a horizon. */
export const countsReach = ({ year, asOf }: Pick<CountsView, 'year' | 'asOf'>): boolean =>
  asOf <= horizonOf(year);

/**
 * KPI of several scopes as counts, knowing everything in the read model. Call it in a transaction of one snapshot, like
 * every read of a live table.
 * @throws RangeError for a day beyond the horizon of the sums (see `countsReach`).
 */
export async function loadKpiCounts(
  reader: Pick<Reader, 'query'>,
  scopes: readonly KpiScope[],
  view: CountsView,
): Promise<readonly KpiCounts[]> {
  const { year, asOf } = view;
  if (!countsReach(view)) throw new RangeError(`The sums of ${year} end before ${asOf}`);
  const { table } = await liveTable(reader, taskOutcomes);
  const { rows } = await reader.query<SumRow>(SUMS(tallyOf(table)), [
    ...[year, scopes.map(scopeId)],
    ...[monthOf(asOf), asOf],
  ]);
  return scopes.map((scope) => {
    const own = rows.filter((row) => row.scope === scopeId(scope));
    return kpiCounts(scope, amountsOn(own, asOf), view);
  });
}

/** What is fixed, and what has grown daily up to the day. */
function amountsOn(rows: readonly SumRow[], asOf: LocalDate): readonly number[] {
  const day = dayNumber(asOf);
  const sumAt = (place: number): number =>
    rows.reduce((sum, { amounts }) => sum + (amounts[place] ?? 0), 0);
  return MEASURES.map((_, place) => sumAt(place) + day * sumAt(place + MEASURES.length));
}
