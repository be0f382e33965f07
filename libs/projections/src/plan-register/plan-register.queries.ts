import { Conditions } from '../query/conditions';
import { readRows, type ReadRow } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { planRegister, type PlanRegisterRow } from './plan-register.projection';

/** A plan; `key` is the plan id. */
export type RegisteredPlan = ReadRow<PlanRegisterRow>;

export interface PlanFilter {
  readonly year?: number | undefined;
  readonly status?: PlanRegisterRow['status'] | undefined;
}

/** Plans, the latest year first. */
export function listPlans(
  reader: Reader,
  filter: PlanFilter = {},
): Promise<readonly RegisteredPlan[]> {
  const conditions = new Conditions()
    .add(filter.year, (p) => `t.year = ${p}`)
    .add(filter.status, (p) => `t.status = ${p}`);
  return readRows(reader, planRegister, conditions, { by: 't.year desc, t.key' });
}

/** Null when there is no such plan. */
export async function getPlan(reader: Reader, planId: string): Promise<RegisteredPlan | null> {
  const conditions = new Conditions().add(planId, (p) => `t.key = ${p}`);
  return (await readRows(reader, planRegister, conditions))[0] ?? null;
}
