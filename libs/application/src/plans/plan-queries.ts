import { getPlan, listPlans, planRegister, type RegisteredPlan } from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { rejectCall } from '../calls/call-errors';

/** A plan in a list; its drafts are shown by themselves. */
export type PlanSummary = Omit<RegisteredPlan, 'plan' | 'warnings'> & {
  readonly warningCount: number;
};

export interface PlansAnswer extends AnswerHeader {
  readonly plans: readonly PlanSummary[];
}

export function plans(parts: ApplicationParts, input: AfterInput): Promise<PlansAnswer> {
  return answer(parts, planRegister, input.after, async (reader) => ({
    plans: (await listPlans(reader)).map(({ plan: _drafts, warnings, ...summary }) => ({
      ...summary,
      warningCount: warnings.length,
    })),
  }));
}

export interface PlanAnswer extends AnswerHeader {
  readonly plan: RegisteredPlan;
}

export function plan(
  parts: ApplicationParts,
  input: AfterInput & { readonly plan: string },
): Promise<PlanAnswer> {
  return answer(parts, planRegister, input.after, async (reader) => {
    const found = await getPlan(reader, input.plan);
    return { plan: found ?? rejectCall('PLAN_NOT_FOUND', { plan: input.plan }) };
  });
}
