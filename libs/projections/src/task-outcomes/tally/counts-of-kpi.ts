import type { BucketCounts } from '../kpi/completion-rates';
import type { Figure } from '../kpi/figures';
import type { OutcomeTable } from '../kpi/outcome-table';
import type { UnitKpi } from '../kpi/unit-kpi';
import { BUCKETS } from '../outcome/outcome';
import type { CountsTable, KpiCounts } from './kpi-counts';

type CountsIn<T> = { readonly [K in keyof T]: T[K] extends Figure ? number : T[K] };

/** Every figure as its count; everything else as it is. */
const counts = <T extends object>(figures: T): CountsIn<T> =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, unknown]) => [
      name,
      isFigure(value) ? value.count : value,
    ]),
  ) as CountsIn<T>;

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'taskIds' in value;

function tableOf({ total, buckets, split, rates, daysLate }: OutcomeTable): CountsTable {
  const bucketCounts = Object.fromEntries(
    BUCKETS.map((bucket) => [bucket, buckets[bucket].count]),
  ) as BucketCounts;
  return {
    total: total.count,
    buckets: bucketCounts,
    noDateDone: split.noDateDone.count,
    rates,
    daysLate: { total: daysLate.total, waitingForAuthority: daysLate.waitingForAuthority },
  };
}

/** The same numbers counted one by one from the facts: for days and moments that the sums do not know. */
export function countsOfKpi(kpi: UnitKpi): KpiCounts {
  const { scope, year, asOf, minimumN, countingRule, byDateInForce, obstacles } = kpi;
  const { notArisen, cancelled, superseded } = byDateInForce.split;
  return {
    ...{ scope, year, asOf, minimumN, countingRule },
    severalLeads: kpi.severalLeads.count,
    focalOnly: kpi.focalOnly.count,
    byOriginalDate: tableOf(kpi.byOriginalDate),
    byDateInForce: tableOf(byDateInForce),
    leftPlan: counts({ notArisen, cancelled, superseded }),
    reporting: counts(kpi.reporting),
    acceptance: counts(kpi.acceptance),
    coordination: counts(kpi.coordination),
    obstacles: {
      raised: obstacles.raised.count,
      directed: obstacles.directed.count,
      resolved: obstacles.resolved.count,
    },
    extensions: counts(kpi.extensions),
    reminders: kpi.reminders.count,
  };
}
