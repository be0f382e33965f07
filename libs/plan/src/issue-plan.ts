import type { LeadUnit, PlanContext, TaskResolution } from './plan-context';
import type { PlanCommand } from './plan.commands';
import type { DraftTask, PlanEvent } from './plan.events';
import { taskIdOf } from './plan-ids';
import { rejectPlan as reject } from './plan.rejections';
import { remainingTasks, type Plan } from './plan.state';

type IssuePlan = Extract<PlanCommand, { type: 'IssuePlan' }>['data'];
type Assignment = Extract<PlanEvent, { type: 'PlanIssued' }>['data']['assignments'][number];
type Resolutions = PlanContext['resolutions'];

const NOT_LOOKED_UP: TaskResolution = {
  leads: [],
  coordinatingUnitIds: [],
  openPartners: [],
  problems: [],
};

/** Own keys only: a task numbered "constructor" must not find anything. */
const resolutionOf = (resolutions: Resolutions, no: string): TaskResolution =>
  Object.hasOwn(resolutions, no) ? (resolutions[no] ?? NOT_LOOKED_UP) : NOT_LOOKED_UP;

const leadProblems = ({ problems }: TaskResolution) =>
  problems.filter(({ field }) => field !== 'coordinating');

/** Nobody may be bound by a guess, so one lead that cannot be told holds the whole plan back. */
function leadsMustBeKnown(tasks: readonly DraftTask[], resolutions: Resolutions): void {
  const open = tasks.filter(({ no }) => {
    const resolution = resolutionOf(resolutions, no);
    return resolution.leads.length === 0 || leadProblems(resolution).length > 0;
  });
  if (open.length === 0) return;
  const written = open.flatMap(({ no, lead }) => {
    const problems = leadProblems(resolutionOf(resolutions, no));
    return problems.length > 0 ? problems.map((problem) => problem.written) : lead;
  });
  reject('LEAD_NOT_RESOLVED', {
    numbers: open.map(({ no }) => no),
    written: [...new Set(written)],
  });
}

/** One unit leads once; where it is written both ways, the narrower role "focal" holds. */
function oneRoleEach(leads: readonly LeadUnit[]): LeadUnit[] {
  const unitIds = [...new Set(leads.map(({ unitId }) => unitId))];
  return unitIds.map((unitId) => ({
    unitId,
    role: leads.some((lead) => lead.unitId === unitId && lead.role === 'focal') ? 'focal' : 'lead',
  }));
}

/**
 * A lead is not also coordinating. Coordinating names the directory does not know are partners outside: they stay
 * readable as written and hold nothing back.
 */
function assignment(planId: string, no: string, resolution: TaskResolution): Assignment {
  const leads = oneRoleEach(resolution.leads);
  const leadIds = new Set(leads.map(({ unitId }) => unitId));
  const outside = resolution.problems
    .filter(({ field }) => field === 'coordinating')
    .map(({ written }) => written);
  return {
    taskId: taskIdOf(planId, no),
    no,
    leads,
    coordinatingUnitIds: [...new Set(resolution.coordinatingUnitIds)].filter(
      (unitId) => !leadIds.has(unitId),
    ),
    openPartners: [...new Set([...resolution.openPartners, ...outside])],
  };
}

/** The same issue again changes nothing. */
function issuedBefore(data: IssuePlan, plan: Plan): readonly PlanEvent[] {
  const { number, date } = plan;
  const same =
    (data.number ?? number) === number &&
    (data.date ?? date) === date &&
    data.signerId === plan.issue?.signerId &&
    data.workflow.id === plan.issue.workflow.id &&
    data.workflow.version === plan.issue.workflow.version;
  return same ? [] : reject('PLAN_ALREADY_ISSUED', { number, date });
}

/** The plan is signed: from here on its tasks bind, with every lead resolved on the day of issue. */
export function issuePlan(
  data: IssuePlan,
  plan: Plan,
  { resolutions }: PlanContext,
): readonly PlanEvent[] {
  if (plan.status === 'issued') return issuedBefore(data, plan);
  const number = data.number ?? plan.number ?? reject('PLAN_NUMBER_MISSING');
  const date = data.date ?? plan.date ?? reject('PLAN_DATE_MISSING');
  const tasks = remainingTasks(plan);
  if (tasks.length === 0) return reject('PLAN_HAS_NO_TASKS');
  leadsMustBeKnown(tasks, resolutions);

  const { planId, year } = plan;
  const { signerId, workflow } = data;
  const assignments = tasks.map(({ no }) => assignment(planId, no, resolutionOf(resolutions, no)));
  return [
    {
      type: 'PlanIssued',
      data: { planId, number, date, year, signerId, workflow, assignments },
    },
  ];
}
