import {
  foldForComparison,
  invariant,
  type LocalDate,
  type PlanId,
  type TaskId,
  type UnitId,
} from '@thidua/kernel';
import type { LeadUnit } from './plan-context';
import type { DraftTask } from './plan.events';
import type { Plan, PlanIssue, PlanState } from './plan.state';

/** Everything a task is assigned with, as the issued plan states it. */
export interface PlannedAssignment {
  readonly taskId: TaskId;
  readonly planId: PlanId;
  readonly no: string;
  /** As printed; `headingOf` gives the heading a sub-item stands under. */
  readonly title: string;
  readonly year: number;
  readonly kind: DraftTask['kind'];
  readonly leads: readonly LeadUnit[];
  readonly coordinatingUnitIds: readonly UnitId[];
  readonly openPartners: readonly string[];
  /** Null: plans of this kind name no leader; the Office sets one later. */
  readonly supervisingLeaderId: string | null;
  readonly dueOn: LocalDate | null;
  readonly notBefore: LocalDate | null;
  readonly recurrence: string | null;
  readonly condition: string | null;
  /** The condition speaks of something that has to arrive before work can start. */
  readonly awaitsTrigger: boolean;
  readonly timeText: string | null;
  readonly products: readonly { readonly productId: string; readonly title: string }[];
  readonly sourceDocuments: readonly string[];
  readonly workflow: { readonly id: string; readonly version: number };
  /** The day of signing, which is the day of effect. */
  readonly assignedOn: LocalDate;
}

/** "Nếu có" is not among them: such a task is owed as soon as its occasion arises, and may end as not arisen. */
const TRIGGERS = [
  'sau khi',
  'khi có',
  'khi được',
  'khi nhận được',
  'theo yêu cầu',
  'theo hướng dẫn',
  'theo kế hoạch',
] as const;

/** True when the condition names a paper or a word of somebody else that starts the clock. */
export function awaitsTrigger(condition: string | null): boolean {
  if (condition === null) return false;
  const folded = ` ${foldForComparison(condition).replace(/[^\p{L}\d]+/gu, ' ')} `;
  return TRIGGERS.some((trigger) => folded.includes(` ${foldForComparison(trigger)} `));
}

function assignmentOf(
  plan: Plan,
  issue: PlanIssue,
  { taskId, no, leads, coordinatingUnitIds, openPartners }: PlanIssue['assignments'][number],
): PlannedAssignment {
  const task = plan.drafts.find((draft) => draft.task.no === no)?.task;
  invariant(task, `the issued task ${no} of plan ${plan.planId} is among its drafts`);
  return {
    taskId,
    planId: plan.planId,
    no,
    title: task.title,
    year: issue.year,
    kind: task.kind,
    leads,
    coordinatingUnitIds,
    openPartners,
    supervisingLeaderId: null,
    dueOn: task.due,
    notBefore: task.notBefore,
    recurrence: task.recurrence,
    condition: task.conditional,
    awaitsTrigger: awaitsTrigger(task.conditional),
    timeText: task.timeText,
    products: task.product.map((title, index) => ({ productId: `p${index + 1}`, title })),
    sourceDocuments: [...new Set([...plan.sourceDocuments, ...task.refs])],
    workflow: issue.workflow,
    assignedOn: issue.date,
  };
}

/** One entry for each task of an issued plan, in the order of the paper; none before the plan is issued. */
export function assignmentsOf(plan: PlanState): readonly PlannedAssignment[] {
  if (plan.status === 'absent' || plan.issue === null) return [];
  const { issue } = plan;
  return issue.assignments.map((entry) => assignmentOf(plan, issue, entry));
}

/**
 * The heading a task stands under, null where there is none. The title of a sub-item ("a) Quy chế …") is understood only
 * together with the verb of its heading.
 */
export function headingOf(plan: PlanState, no: string): string | null {
  if (plan.status === 'absent') return null;
  return plan.drafts.find(({ task }) => task.no === no)?.task.section ?? null;
}
