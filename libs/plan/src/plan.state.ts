import type { PlanId } from '@thidua/kernel';
import type { DraftTask, PlanEvent } from './plan.events';

type DataOf<Type extends PlanEvent['type']> = Extract<PlanEvent, { type: Type }>['data'];

export type PlanIssue = DataOf<'PlanIssued'>;
export type TargetValue = Omit<DataOf<'TargetValueReported'>, 'planId'>;

/** A draft with its fate: dropped ones stay readable. */
export interface PlanDraftTask {
  readonly task: DraftTask;
  readonly isDropped: boolean;
}

/** A plan from import on. Number and date are those of the paper until the issue says otherwise. */
export interface Plan {
  readonly status: 'draft' | 'issued';
  readonly planId: PlanId;
  readonly title: string;
  readonly year: number;
  readonly number: string | null;
  readonly date: DataOf<'PlanImported'>['date'];
  readonly fileSha256: string;
  readonly drafts: readonly PlanDraftTask[];
  readonly targets: DataOf<'PlanImported'>['targets'];
  readonly sourceDocuments: readonly string[];
  /** Null until the plan is issued. */
  readonly issue: PlanIssue | null;
  readonly targetValues: readonly TargetValue[];
}

/** Plain JSON, so that a projection can keep it as it is. */
export type PlanState = { readonly status: 'absent' } | Plan;

export const noPlan: PlanState = { status: 'absent' };

/** Drafts that are still meant as tasks, in the order of the paper. */
export const remainingTasks = ({ drafts }: Plan): readonly DraftTask[] =>
  drafts.filter(({ isDropped }) => !isDropped).map(({ task }) => task);

const imported = (data: DataOf<'PlanImported'>): Plan => ({
  status: 'draft',
  planId: data.planId,
  title: data.title,
  year: data.year,
  number: data.number,
  date: data.date,
  fileSha256: data.fileSha256,
  drafts: data.tasks.map((task) => ({ task, isDropped: false })),
  targets: data.targets,
  sourceDocuments: data.sourceDocuments,
  issue: null,
  targetValues: [],
});

const withDraft = (
  plan: Plan,
  no: string,
  change: (draft: PlanDraftTask) => PlanDraftTask,
): Plan => ({
  ...plan,
  drafts: plan.drafts.map((draft) => (draft.task.no === no ? change(draft) : draft)),
});

/** Refuses nothing: an event about a plan nobody imported leaves the state as it is. */
export function evolvePlan(plan: PlanState, event: PlanEvent): PlanState {
  if (event.type === 'PlanImported') return imported(event.data);
  if (plan.status === 'absent') return plan;
  switch (event.type) {
    case 'DraftTaskCorrected': {
      const { no, task } = event.data;
      return withDraft(plan, no, (draft) => ({ ...draft, task }));
    }
    case 'DraftTaskDropped':
      return withDraft(plan, event.data.no, (draft) => ({ ...draft, isDropped: true }));
    case 'PlanIssued': {
      const { number, date } = event.data;
      return { ...plan, status: 'issued', number, date, issue: event.data };
    }
    case 'TargetValueReported': {
      const { name, value, growthPct, asOf, source } = event.data;
      const reported = { name, value, growthPct, asOf, source };
      return { ...plan, targetValues: [...plan.targetValues, reported] };
    }
    default:
      return plan;
  }
}
