import type { PersonId, TaskId, UnitId } from '@thidua/kernel';
import { actingIds } from '../roles-of';
import { hasRole, requireMember, requirePerson, requireUnit } from '../rules/checks';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { Decisions } from './decisions';

/**
 * The head of the other unit whose agreement a hand-over between two units needs; null when it needs none: within one
 * unit, by somebody who heads both, or by the Office or a director, who may do so for all.
 * @throws ACTOR_NOT_IN_UNIT when the actor heads neither unit.
 */
function otherSide(acting: Acting, { from, to }: Asked<'HandOverTask'>): UnitId | null {
  if (hasRole(acting, 'office', 'deputyDirector', 'director')) return null;
  const unitIds = [from.unitId, to.unitId];
  const headed = acting.context.actor.posts
    .filter(({ post }) => post !== 'staff')
    .map(({ unitId }) => unitId);
  if (!unitIds.some((unitId) => headed.includes(unitId))) {
    return reject('ACTOR_NOT_IN_UNIT', { unitIds });
  }
  return unitIds.find((unitId) => !headed.includes(unitId)) ?? null;
}

/** Somebody else than the actor, who heads the unit that day. */
function mayAgree({ context: { actor, named } }: Acting, personId: PersonId, unitId: UnitId) {
  if (actingIds(actor).includes(personId)) return false;
  return named === null || (named.people.get(personId)?.headOf.includes(unitId) ?? false);
}

function agreed(acting: Acting, data: Asked<'HandOverTask'>): readonly TaskEvent[] {
  const { task, context } = acting;
  const unitId = otherSide(acting, data);
  if (unitId === null) return [];
  const { agreedBy } = data;
  if (agreedBy === null || !mayAgree(acting, agreedBy, unitId)) {
    return reject('OTHER_HEAD_MUST_AGREE', { field: 'agreedBy', unitId });
  }
  const { taskId } = task;
  return [{ type: 'HandOverAgreed', data: { taskId, unitId, agreedBy, agreedOn: context.on } }];
}

function requireHolder({ task }: Acting, { unitId, personId }: Asked<'HandOverTask'>['from']) {
  if (!task.leads.some((lead) => lead.unitId === unitId)) {
    reject('UNIT_NOT_IN_TASK', { field: 'from.unitId', unitId });
  }
  const holds = task.assignments.some(
    (part) => part.unitId === unitId && part.personId === personId && part.finishedOn === null,
  );
  if (personId !== null && !holds) {
    reject('PERSON_NOT_ASSIGNED', { field: 'from.personId', personId });
  }
}

function requireReceiver({ context }: Acting, to: Asked<'HandOverTask'>['to']): void {
  requireUnit(context, to.unitId, 'to.unitId');
  if (to.personId === null) return;
  requirePerson(context, to.personId, 'to.personId');
  requireMember(context, { personId: to.personId, unitId: to.unitId, field: 'to.personId' });
}

function handOverTask(data: Asked<'HandOverTask'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { agreedBy: _recordedApart, ...passed } = data;
  const facts: TaskFacts<'TaskHandedOver'> = {
    taskId: task.taskId,
    ...passed,
    stateAtHandOver: task.state,
    handedOverOn: context.on,
  };
  const last = task.noted.findLast(({ type }) => type === 'TaskHandedOver');
  if (last !== undefined && sameFacts(last.data, facts)) return [];
  if (sameFacts(data.from, data.to)) return reject('HAND_OVER_CHANGES_NOTHING');
  const agreement = agreed(acting, data);
  requireReceiver(acting, data.to);
  requireHolder(acting, data.from);
  return [...agreement, { type: 'TaskHandedOver', data: facts }];
}

interface OtherTask {
  readonly field: 'toTaskId' | 'fromTaskId';
  readonly taskId: TaskId;
  readonly planId: string;
}

/** The task named exists, stands in the plan named, and is of a later year than the one it goes on from. */
function requireOtherTask({ task, context }: Acting, { field, taskId, planId }: OtherTask): void {
  if (taskId === task.taskId) reject('TASK_REFERS_TO_ITSELF', { field });
  if (context.named === null) return;
  const { otherTask } = context.named;
  if (otherTask === null) return reject('NAMED_TASK_NOT_FOUND', { field, namedTaskId: taskId });
  if (otherTask.planId !== planId) {
    reject('NAMED_TASK_NOT_IN_PLAN', { field, namedTaskId: taskId, planId: otherTask.planId });
  }
  const years = [task.assignment.year, otherTask.year] as const;
  const [earlierYear, laterYear] = field === 'toTaskId' ? years : [years[1], years[0]];
  if (laterYear <= earlierYear) reject('NOT_A_LATER_YEAR', { field, earlierYear, laterYear });
}

function carryOverTask(data: Asked<'CarryOverTask'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, carriedOver } = acting.task;
  if (carriedOver !== null) {
    const { toTaskId, toPlanId } = carriedOver;
    return sameFacts({ toTaskId, toPlanId }, data)
      ? []
      : reject('ALREADY_CARRIED_OVER', { toTaskId });
  }
  const { toTaskId, toPlanId } = data;
  requireOtherTask(acting, { field: 'toTaskId', taskId: toTaskId, planId: toPlanId });
  return [{ type: 'TaskCarriedOver', data: { taskId, ...data, onDay: acting.context.on } }];
}

/** Two tasks of one year may go on as one, so a task may have several predecessors. */
function namePredecessor(data: Asked<'NamePredecessor'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, predecessorIds } = acting.task;
  const { fromTaskId, fromPlanId } = data;
  if (predecessorIds.includes(fromTaskId)) return [];
  requireOtherTask(acting, { field: 'fromTaskId', taskId: fromTaskId, planId: fromPlanId });
  return [{ type: 'PredecessorNamed', data: { taskId, ...data, namedOn: acting.context.on } }];
}

export const passingOnDecisions: Decisions<'HandOverTask' | 'CarryOverTask' | 'NamePredecessor'> = {
  HandOverTask: handOverTask,
  CarryOverTask: carryOverTask,
  NamePredecessor: namePredecessor,
};
