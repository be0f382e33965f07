import {
  findTransition,
  roleNotAllowed,
  stateOf,
  transitionNotAllowed,
  type Role,
} from '@thidua/workflow';
import { rolesOf } from '../roles-of';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { TaskContext } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { TaskState } from '../task.state';
import { namedTwice, requireDayFrom, requirePerson, requireUnit } from '../rules/checks';
import { refuseByFlow } from '../rules/refuse-by-flow';

/** The plan is signed by the Director, typed in by the Office, or arrives from an integrated service. */
const ASSIGNERS: readonly Role[] = ['office', 'deputyDirector', 'director', 'service'];

export function requireLeads(
  context: TaskContext,
  leads: Asked<'AssignTask'>['leads'],
): readonly string[] {
  const unitIds = leads.map(({ unitId }) => unitId);
  unitIds.forEach((unitId, index) => {
    requireUnit(context, unitId, `leads[${index}].unitId`);
  });
  const twice = namedTwice(unitIds);
  if (twice !== null) reject('UNIT_NAMED_TWICE', { field: 'leads', unitId: twice });
  return unitIds;
}

export function requireDistinctProducts(products: Asked<'AssignTask'>['products']): void {
  const twice = namedTwice(products.map(({ productId }) => productId));
  if (twice !== null) reject('PRODUCT_NAMED_TWICE', { field: 'products', productId: twice });
}

function requireParties(data: Asked<'AssignTask'>, context: TaskContext): void {
  const leading = requireLeads(context, data.leads);
  data.coordinatingUnitIds.forEach((unitId, index) => {
    const field = `coordinatingUnitIds[${index}]`;
    requireUnit(context, unitId, field);
    if (leading.includes(unitId)) reject('LEAD_ALSO_COORDINATES', { field, unitId });
  });
  const twice = namedTwice(data.coordinatingUnitIds);
  if (twice !== null) reject('UNIT_NAMED_TWICE', { field: 'coordinatingUnitIds', unitId: twice });
  if (data.supervisingLeaderId !== null) {
    requirePerson(context, data.supervisingLeaderId, 'supervisingLeaderId');
  }
}

/** The wait belongs to the assignment: whoever may assign may also say that the plan itself makes the task wait. */
function awaited(data: Asked<'AssignTask'>, { workflow }: TaskContext): readonly TaskEvent[] {
  if (data.condition === null) return reject('CONDITION_MISSING', { field: 'condition' });
  const transition = findTransition(workflow, workflow.initial, 'AwaitTrigger');
  if (transition === null) {
    const ways = workflow.transitions.filter(({ from }) => from.includes(workflow.initial));
    const initial = stateOf(workflow, workflow.initial);
    return refuseByFlow(transitionNotAllowed('AwaitTrigger', initial, ways));
  }
  const step = { transition: transition.name, from: workflow.initial, to: transition.to };
  return [
    {
      type: 'TriggerAwaited',
      data: { taskId: data.taskId, ...step, condition: data.condition },
    },
  ];
}

/** Begins a task: it is pinned to the flow of its plan and binding from the day it happened. */
export function assignTask(
  data: Asked<'AssignTask'>,
  state: TaskState,
  context: TaskContext,
): readonly TaskEvent[] {
  const roles = rolesOf(context.actor, null);
  if (!ASSIGNERS.some((role) => roles.has(role))) {
    refuseByFlow(roleNotAllowed('AssignTask', ASSIGNERS));
  }
  const { awaitsTrigger, ...facts } = data;
  const { id, version, initial } = context.workflow;
  const assignment: TaskFacts<'TaskAssigned'> = {
    ...facts,
    workflow: { id, version },
    state: initial,
    assignedOn: context.on,
  };
  if (state !== null) {
    return sameFacts(state.assignment, assignment)
      ? []
      : reject('TASK_ALREADY_ASSIGNED', { taskId: state.taskId });
  }
  requireParties(data, context);
  requireDistinctProducts(data.products);
  requireDayFrom(data.dueOn, 'dueOn', data.notBefore);
  const wait = awaitsTrigger ? awaited(data, context) : [];
  return [{ type: 'TaskAssigned', data: assignment }, ...wait];
}
