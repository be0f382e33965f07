import { invariant } from '@thidua/kernel';
import type { LeftAs } from '../outcome/life';
import { BUCKETS, type Bucket, type Placement, type TaskOutcome } from '../outcome/outcome';
import { completionRates, type BucketCounts, type CompletionRates } from './completion-rates';
import { daySpread, figure, type DaySpread, type Figure } from './figures';

/** Days late of the tasks that are late; both are calendar days. */
export interface DaysLate {
  readonly finished: DaySpread;
  readonly overdue: DaySpread;
  /** Sum over all late tasks, and how much of it was waiting for a higher authority. */
  readonly total: number;
  readonly waitingForAuthority: number;
}

/** All tasks of a scope by one of the two due dates. The buckets always add up to the total. */
export interface OutcomeTable {
  readonly total: Figure;
  readonly buckets: Readonly<Record<Bucket, Figure>>;
  /** `noDate` by whether the task is done, `notArisen` by how the task left its plan. */
  readonly split: Readonly<Record<'noDateDone' | 'noDateOpen' | LeftAs, Figure>>;
  readonly rates: CompletionRates;
  readonly daysLate: DaysLate;
}

export type DueDateBasis = 'byOriginalDate' | 'byDateInForce';

interface Placed {
  readonly taskId: string;
  readonly eventIds: readonly string[];
  readonly placement: Placement;
  readonly outcome: TaskOutcome;
}

const recordOf = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

const sumOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

function daysLateOf(placed: readonly Placed[]): DaysLate {
  const late = (bucket: Bucket): readonly number[] =>
    placed
      .filter(({ placement }) => placement.bucket === bucket)
      .map(({ placement }) => placement.daysLate ?? 0);
  return {
    finished: daySpread(late('doneLate')),
    overdue: daySpread(late('openOverdue')),
    total: sumOf(placed.map(({ placement }) => placement.daysLate)),
    waitingForAuthority: sumOf(placed.map(({ placement }) => placement.daysLateWaiting)),
  };
}

function splitOf(placed: readonly Placed[]): OutcomeTable['split'] {
  const undated = placed.filter(({ placement }) => placement.bucket === 'noDate');
  const left = (as: LeftAs): Figure =>
    figure(placed.filter(({ outcome }) => outcome.leftAs === as));
  return {
    noDateDone: figure(undated.filter(({ outcome }) => outcome.isDone)),
    noDateOpen: figure(undated.filter(({ outcome }) => !outcome.isDone)),
    notArisen: left('notArisen'),
    cancelled: left('cancelled'),
    superseded: left('superseded'),
  };
}

/** `minimumN` is the smallest denominator for which a rate is given. */
export function outcomeTable(
  outcomes: readonly TaskOutcome[],
  basis: DueDateBasis,
  minimumN: number,
): OutcomeTable {
  const placed = outcomes.map((outcome) => {
    const placement = outcome[basis];
    return { taskId: outcome.taskId, eventIds: placement.eventIds, placement, outcome };
  });
  const buckets = recordOf(BUCKETS, (bucket) =>
    figure(placed.filter(({ placement }) => placement.bucket === bucket)),
  );
  const total = figure(placed);
  invariant(total.taskIds.length === total.count, 'a task counts once in a table');
  const counts: BucketCounts = recordOf(BUCKETS, (bucket) => buckets[bucket].count);
  return {
    total,
    buckets,
    split: splitOf(placed),
    rates: completionRates(counts, total.count, minimumN),
    daysLate: daysLateOf(placed),
  };
}
