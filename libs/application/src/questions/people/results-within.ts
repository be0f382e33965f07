import type { LocalDate } from '@thidua/kernel';
import { taskOutcome, unitsCarrying, type Bucket, type TaskOutcome } from '@thidua/projections';
import { idsOf } from '../frame/findings';
import type { Facts } from '../frame/question';

/** A span of days, both included. */
export interface Span {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/**
 * The tasks a unit carried within a span, seen as of its last day: what was open at some time of the span or finished in
 * it. What had ended before its first day belongs to whoever was there then.
 */
export function carriedWithin(
  unitId: string,
  { fromOn, untilOn }: Span,
  { files, position }: Facts,
): readonly TaskOutcome[] {
  return files
    .map(({ row }) => taskOutcome(row, { asOf: untilOn, knownAtPosition: position }))
    .filter((outcome) => outcome !== null)
    .filter(({ leads }) => unitsCarrying(leads).includes(unitId))
    .filter(({ completedOn }) => completedOn === null || completedOn >= fromOn);
}

/** Counts of outcomes as a row gives them. */
export function countsOf(outcomes: readonly TaskOutcome[]) {
  const of = (...buckets: readonly Bucket[]): number =>
    outcomes.filter(({ byDateInForce }) => buckets.includes(byDateInForce.bucket)).length;
  return {
    total: outcomes.length,
    doneOnTime: of('doneOnTime'),
    doneLate: of('doneLate'),
    openOverdue: of('openOverdue'),
    openInTime: of('openInTime'),
    noDate: of('noDate'),
    other: of('waiting', 'notArisen'),
    eventIds: idsOf(outcomes.map(({ byDateInForce }) => byDateInForce)),
  };
}

type Counts = ReturnType<typeof countsOf>;

export const COUNT_COLUMNS: readonly {
  readonly field: keyof Counts;
  readonly kind: 'number';
  readonly vi: string;
  readonly en: string;
}[] = [
  { field: 'total', kind: 'number', vi: 'Tổng', en: 'Total' },
  { field: 'doneOnTime', kind: 'number', vi: 'Xong đúng hạn', en: 'Done on time' },
  { field: 'doneLate', kind: 'number', vi: 'Xong trễ', en: 'Done late' },
  { field: 'openOverdue', kind: 'number', vi: 'Quá hạn', en: 'Overdue' },
  { field: 'openInTime', kind: 'number', vi: 'Còn hạn', en: 'Not due' },
  { field: 'noDate', kind: 'number', vi: 'Không hạn', en: 'No date' },
  { field: 'other', kind: 'number', vi: 'Chờ, ra khỏi KH', en: 'Waiting or left' },
];
