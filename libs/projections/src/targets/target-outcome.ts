import {
  compareRational,
  invariant,
  parseRational,
  type LocalDate,
  type Position,
} from '@thidua/kernel';
import type { DraftTarget } from '@thidua/plan';
import type { ReportedValue, TargetRow } from './targets.projection';

/** Three grades as reports give them ("vượt", "đạt", "không đạt"), and no guess where nothing was reported. */
export type TargetOutcome = 'exceeded' | 'met' | 'notMet' | 'noData';

export interface TargetResult {
  readonly outcome: TargetOutcome;
  /** The same for the growth figure; null when the plan sets none. */
  readonly growthOutcome: TargetOutcome | null;
  /** The report the outcome rests on; null without one. */
  readonly reported: ReportedValue | null;
}

type Comparator = DraftTarget['comparator'];

/** `order` is negative, zero or positive as the value is below, at or above the target. */
const GRADES: Readonly<Record<Comparator, (order: number) => TargetOutcome>> = {
  '>=': (order) => (order > 0 ? 'exceeded' : order === 0 ? 'met' : 'notMet'),
  '<=': (order) => (order < 0 ? 'exceeded' : order === 0 ? 'met' : 'notMet'),
  // A strict bound has no value that just meets it, and an equality none that is better: both know only met or not.
  '>': (order) => (order > 0 ? 'met' : 'notMet'),
  '<': (order) => (order < 0 ? 'met' : 'notMet'),
  '=': (order) => (order === 0 ? 'met' : 'notMet'),
};

function grade(comparator: Comparator, target: string, value: string | null): TargetOutcome {
  if (value === null) return 'noData';
  const [wanted, reached] = [parseRational(target), parseRational(value)];
  invariant(wanted !== null && reached !== null, `${target} and ${value} are decimals`);
  return GRADES[comparator](compareRational(reached, wanted));
}

/** The value of the latest day up to `on`; of two reports about one day the one recorded later counts. */
function latest(row: TargetRow, on: LocalDate, known: Position | null): ReportedValue | null {
  const told = row.reported.filter(
    ({ asOf, position }) => asOf <= on && (known === null || BigInt(position) <= known),
  );
  return told.reduce<ReportedValue | null>(
    (best, report) => (best === null || report.asOf >= best.asOf ? report : best),
    null,
  );
}

/**
 * How a target stands on a calendar day (Asia/Ho_Chi_Minh), in exact decimals.
 * @param known only reports up to this log position are counted; all when null.
 */
export function targetResult(
  row: TargetRow,
  on: LocalDate,
  known: Position | null = null,
): TargetResult {
  const reported = latest(row, on, known);
  const { comparator, value, growthPct } = row;
  return {
    outcome: grade(comparator, value, reported?.value ?? null),
    growthOutcome:
      growthPct === null ? null : grade(comparator, growthPct, reported?.growthPct ?? null),
    reported,
  };
}
