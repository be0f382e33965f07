import { invariant, type LocalDate } from '@thidua/kernel';
import { completionRates, type BucketCounts, type CompletionRates } from '../kpi/completion-rates';
import { rateOf, type Rate } from '../kpi/figures';
import type { DueDateBasis } from '../kpi/outcome-table';
import type { CountingRule, KpiScope } from '../kpi/unit-kpi';
import { BUCKETS } from '../outcome/outcome';
import { MEASURES } from './measures';
import { DEPARTMENT } from './step';

/** The buckets of a scope by one of the two due dates; they add up to the total. */
export interface CountsTable {
  readonly total: number;
  readonly buckets: BucketCounts;
  readonly noDateDone: number;
  readonly rates: CompletionRates;
  /** Calendar days late of all late tasks, and how many of them were waiting for a higher authority. */
  readonly daysLate: { readonly total: number; readonly waitingForAuthority: number };
}

type Counts<Names extends string> = Readonly<Record<Names, number>>;

/**
 * The KPI of a unit or of the department as numbers alone, read from sums: what it costs does not depend on the number
 * of tasks. Every number is the count of the figure of the same name in `UnitKpi`, which lists the tasks and events.
 */
export interface KpiCounts {
  readonly scope: KpiScope;
  readonly year: number;
  readonly asOf: LocalDate;
  readonly minimumN: number;
  readonly countingRule: CountingRule;
  readonly severalLeads: number;
  readonly focalOnly: number;
  readonly byOriginalDate: CountsTable;
  readonly byDateInForce: CountsTable;
  readonly leftPlan: Counts<'notArisen' | 'cancelled' | 'superseded'>;
  readonly reporting: Counts<'due' | 'inTime' | 'nil' | 'late' | 'missing'> & {
    readonly rate: Rate;
  };
  readonly acceptance: Counts<
    'acceptedFirst' | 'acceptedLater' | 'sentBack' | 'pending' | 'returns' | 'majorContentErrors'
  > & { readonly firstTime: Rate };
  readonly coordination: Counts<'asked' | 'inTime' | 'late' | 'undated' | 'overdue' | 'pending'> & {
    readonly rate: Rate;
  };
  readonly obstacles: Counts<'raised' | 'directed' | 'resolved'>;
  readonly extensions: Counts<'requested' | 'granted' | 'refused' | 'tasks'>;
  readonly reminders: number;
}

type Read = (measure: string) => number;

const PLACES: ReadonlyMap<string, number> = new Map(
  MEASURES.map((measure, place) => [measure, place]),
);

function reader(amounts: readonly number[]): Read {
  return (measure) => {
    const place = PLACES.get(measure);
    invariant(place !== undefined, `${measure} is measured`);
    return amounts[place] ?? 0;
  };
}

function tableOf(read: Read, basis: DueDateBasis, minimumN: number): CountsTable {
  const of = (name: string): number => read(`${basis}.${name}`);
  const buckets = Object.fromEntries(BUCKETS.map((bucket) => [bucket, of(bucket)])) as BucketCounts;
  const total = BUCKETS.reduce((sum, bucket) => sum + buckets[bucket], 0);
  return {
    total,
    buckets,
    noDateDone: read(
      basis === 'byOriginalDate' ? 'noDateDoneByOriginalDate' : 'noDateDoneByDateInForce',
    ),
    rates: completionRates(buckets, total, minimumN),
    daysLate: { total: of('daysLate'), waitingForAuthority: of('daysLateWaiting') },
  };
}

function reportingOf(read: Read, minimumN: number): KpiCounts['reporting'] {
  const [inTime, nil] = [read('reports.inTime'), read('reports.nil')];
  const [late, missing] = [read('reports.late'), read('reports.missing')];
  const due = inTime + nil + late + missing;
  return { due, inTime, nil, late, missing, rate: rateOf(inTime + nil, due, minimumN) };
}

function acceptanceOf(read: Read, minimumN: number): KpiCounts['acceptance'] {
  const acceptedFirst = read('acceptedFirst');
  const [acceptedLater, sentBack] = [read('acceptedLater'), read('sentBack')];
  return {
    ...{ acceptedFirst, acceptedLater, sentBack },
    pending: read('deliveryPending'),
    returns: read('returns'),
    majorContentErrors: read('majorContentErrors'),
    firstTime: rateOf(acceptedFirst, acceptedFirst + acceptedLater + sentBack, minimumN),
  };
}

function coordinationOf(read: Read, minimumN: number): KpiCounts['coordination'] {
  const [inTime, late] = [read('coordinationInTime'), read('coordinationLate')];
  const [undated, overdue] = [read('coordinationUndated'), read('coordinationOverdue')];
  const pending = read('coordinationPending');
  return {
    asked: inTime + late + undated + overdue + pending,
    ...{ inTime, late, undated, overdue, pending },
    rate: rateOf(inTime, inTime + late + overdue, minimumN),
  };
}

export interface CountsView {
  readonly year: number;
  readonly asOf: LocalDate;
  /** Smallest denominator for which a rate is given. */
  readonly minimumN: number;
}

/** The counts of a scope from its amounts on the day, measure by measure. */
export function kpiCounts(
  scope: KpiScope,
  amounts: readonly number[],
  { year, asOf, minimumN }: CountsView,
): KpiCounts {
  const read = reader(amounts);
  const byDateInForce = tableOf(read, 'byDateInForce', minimumN);
  const [cancelled, superseded] = [read('cancelled'), read('superseded')];
  return {
    ...{ scope, year, asOf, minimumN },
    countingRule: scope.of === 'department' ? 'onceForTheDepartment' : 'fullyForEachLead',
    severalLeads: read('severalLeads'),
    focalOnly: read('focalOnly'),
    byOriginalDate: tableOf(read, 'byOriginalDate', minimumN),
    byDateInForce,
    leftPlan: {
      notArisen: byDateInForce.buckets.notArisen - cancelled - superseded,
      ...{ cancelled, superseded },
    },
    reporting: reportingOf(read, minimumN),
    acceptance: acceptanceOf(read, minimumN),
    coordination: coordinationOf(read, minimumN),
    obstacles: {
      raised: read('obstacles'),
      directed: read('obstaclesDirected'),
      resolved: read('obstaclesResolved'),
    },
    extensions: {
      requested: read('extensionsRequested'),
      granted: read('extensionsGranted'),
      refused: read('extensionsRefused'),
      tasks: read('extendedTasks'),
    },
    reminders: read('reminders'),
  };
}

/** The name under which the sums of a scope are kept. */
export const scopeId = (scope: KpiScope): string =>
  scope.of === 'unit' ? scope.unitId : DEPARTMENT;
