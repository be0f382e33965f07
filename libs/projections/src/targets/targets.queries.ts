import type { LocalDate, Position } from '@thidua/kernel';
import { Conditions } from '../query/conditions';
import { readRows, type ReadRow } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { targetResult, type TargetResult } from './target-outcome';
import { targets, type TargetRow } from './targets.projection';

export interface TargetFilter {
  readonly planId?: string | undefined;
  readonly year?: number | undefined;
}

/** Which day is asked about, and up to which log position reports are counted (all when left out). */
export interface TargetView {
  readonly on: LocalDate;
  readonly known?: Position | undefined;
}

/** A target with its result; `reported` is the one report the result rests on. */
export type TargetAsOf = ReadRow<Omit<TargetRow, 'reported'>> & TargetResult;

/** Targets with how they stood on a day, plan by plan in the order of the paper. */
export async function targetsAsOf(
  reader: Reader,
  { on, known }: TargetView,
  filter: TargetFilter = {},
): Promise<readonly TargetAsOf[]> {
  const conditions = new Conditions()
    .add(filter.planId, (p) => `t.plan_id = ${p}`)
    .add(filter.year, (p) => `t.year = ${p}`);
  const rows = await readRows(reader, targets, conditions, { by: 't.plan_id, t.ordinal' });
  return rows.map((row) => ({ ...row, ...targetResult(row, on, known ?? null) }));
}
