import { assertNever, foldForComparison, type Decider } from '@thidua/kernel';
import { issuePlan } from './issue-plan';
import { mayKeepPlans, type PlanContext } from './plan-context';
import type { PlanCommand } from './plan.commands';
import type { PlanEvent } from './plan.events';
import { planIdOf, taskIdOf } from './plan-ids';
import { rejectPlan as reject } from './plan.rejections';
import { evolvePlan, noPlan, type Plan, type PlanDraftTask, type PlanState } from './plan.state';

type Of<Type extends PlanCommand['type']> = Extract<PlanCommand, { type: Type }>['data'];
type Events = readonly PlanEvent[];

/** As the kernel's `id` field allows. */
const ID_LENGTH_MAX = 80;

function numbersMustServe(planId: string, numbers: readonly string[]): void {
  const twice = numbers.filter((no, index) => numbers.indexOf(no) < index);
  if (twice.length > 0) reject('TASK_NUMBER_REPEATED', { numbers: [...new Set(twice)] });
  const tooLong = numbers.filter((no) => taskIdOf(planId, no).length > ID_LENGTH_MAX);
  if (tooLong.length > 0) reject('TASK_NUMBER_UNUSABLE', { numbers: tooLong });
}

function importPlan(data: Of<'ImportPlan'>, state: PlanState): Events {
  const { planId, fileSha256 } = data;
  if (state.status !== 'absent') return reject('PLAN_ALREADY_IMPORTED', { planId });
  const expected = planIdOf(fileSha256);
  if (planId !== expected) return reject('PLAN_ID_NOT_OF_FILE', { planId, expected });
  numbersMustServe(
    planId,
    data.tasks.map(({ no }) => no),
  );
  return [{ type: 'PlanImported', data }];
}

function draftMustBeOpen(plan: Plan, no: string): PlanDraftTask {
  const { number, date } = plan;
  if (plan.status === 'issued') return reject('PLAN_ALREADY_ISSUED', { number, date });
  const draft = plan.drafts.find(({ task }) => task.no === no);
  return draft ?? reject('DRAFT_TASK_NOT_FOUND', { no });
}

function correctDraft(data: Of<'CorrectDraftTask'>, plan: Plan): Events {
  const { no, task } = data;
  const { planId } = plan;
  const draft = draftMustBeOpen(plan, no);
  if (draft.isDropped) return reject('DRAFT_TASK_DROPPED', { no });
  if (JSON.stringify(draft.task) === JSON.stringify(task)) return [];
  const others = plan.drafts.map((other) => other.task.no).filter((other) => other !== no);
  numbersMustServe(planId, [...others, task.no]);
  return [{ type: 'DraftTaskCorrected', data: { planId, ...data } }];
}

function dropDraft(data: Of<'DropDraftTask'>, plan: Plan): Events {
  const { isDropped } = draftMustBeOpen(plan, data.no);
  if (isDropped) return [];
  return [{ type: 'DraftTaskDropped', data: { planId: plan.planId, ...data } }];
}

/** Names of targets are compared folded and recorded as the plan writes them. */
function reportTargetValue(data: Of<'ReportTargetValue'>, plan: Plan, { on }: PlanContext): Events {
  if (plan.status === 'draft') return reject('PLAN_NOT_ISSUED');
  const wanted = foldForComparison(data.name);
  const target = plan.targets.find(({ name }) => foldForComparison(name) === wanted);
  if (target === undefined) return reject('TARGET_NOT_FOUND', { name: data.name });
  const { asOf } = data;
  if (asOf > on) return reject('TARGET_VALUE_FROM_FUTURE', { asOf, on });
  const { value, growthPct, source } = data;
  const reported = { name: target.name, value, growthPct, asOf, source };
  const latest = plan.targetValues.findLast(({ name }) => name === target.name);
  if (JSON.stringify(latest) === JSON.stringify(reported)) return [];
  return [{ type: 'TargetValueReported', data: { planId: plan.planId, ...reported } }];
}

function decide(command: PlanCommand, state: PlanState, context: PlanContext): Events {
  if (!mayKeepPlans(context.actor)) return reject('PLAN_KEEPER_ONLY');
  if (command.type === 'ImportPlan') return importPlan(command.data, state);
  if (state.status === 'absent') return reject('PLAN_NOT_FOUND');
  switch (command.type) {
    case 'CorrectDraftTask':
      return correctDraft(command.data, state);
    case 'DropDraftTask':
      return dropDraft(command.data, state);
    case 'IssuePlan':
      return issuePlan(command.data, state, context);
    case 'ReportTargetValue':
      return reportTargetValue(command.data, state, context);
    default:
      return assertNever(command);
  }
}

/** One plan, from paper to binding tasks (stream `plan-<planId>`). */
export const planDecider: Decider<PlanCommand, PlanEvent, PlanState, PlanContext> = {
  category: 'plan',
  initialState: noPlan,
  decide,
  evolve: evolvePlan,
};
