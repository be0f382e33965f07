import type { UnitId } from '@thidua/kernel';
import { stateOf } from '@thidua/workflow';
import { isSamePart } from '../evolve/assignment.evolve';
import { actingIds } from '../roles-of';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import { hasRole, once, requireDayFrom, requirePerson, requireUnit } from '../rules/checks';
import type { Decisions } from './decisions';
import { leadUnitIds, speakingUnit } from '../rules/speaking-unit';

const headOf = (acting: Acting, named: UnitId | null): UnitId =>
  speakingUnit(acting, { named, among: leadUnitIds(acting), asHead: true });

function acceptTask(data: Asked<'AcceptTask'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, answers } = acting.task;
  const unitId = headOf(acting, data.unitId);
  if (answers.some((answer) => answer.unitId === unitId && answer.accepted)) return [];
  return [{ type: 'TaskAccepted', data: { taskId, unitId, note: data.note } }];
}

function declineTask(data: Asked<'DeclineTask'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, answers } = acting.task;
  const unitId = headOf(acting, data.unitId);
  if (answers.some((answer) => answer.unitId === unitId && answer.accepted)) {
    return reject('TASK_ALREADY_ACCEPTED', { unitId });
  }
  return once(acting.task, { type: 'TaskDeclined', data: { taskId, unitId, reason: data.reason } });
}

/** A part given to somebody else while unfinished simply changes hands; the earlier assignment stays in the log. */
function assignPerson(data: Asked<'AssignPerson'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  requirePerson(context, data.personId, 'personId');
  const assignment = { ...data, unitId: headOf(acting, data.unitId) };
  const held = task.assignments.find((part) => isSamePart(part, data));
  if (held !== undefined && held.finishedOn !== null) {
    const { subtaskId, finishedOn } = held;
    return reject('SUBTASK_ALREADY_FINISHED', { subtaskId, finishedOn });
  }
  if (held !== undefined && sameFacts({ ...held }, { ...assignment, finishedOn: null })) return [];
  requireDayFrom(data.dueOn, 'dueOn', context.on);
  return [{ type: 'PersonAssigned', data: { taskId: task.taskId, ...assignment } }];
}

function finishSubtask(data: Asked<'FinishSubtask'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { subtaskId, note } = data;
  const part = task.assignments.find((assignment) => assignment.subtaskId === subtaskId);
  if (part === undefined) return reject('SUBTASK_NOT_FOUND', { field: 'subtaskId', subtaskId });
  const isOwn = actingIds(context.actor).includes(part.personId);
  if (!isOwn && !hasRole(acting, 'leadHead')) return reject('NOT_THE_ASSIGNEE', { subtaskId });
  if (part.finishedOn === context.on) return [];
  if (part.finishedOn !== null) {
    return reject('SUBTASK_ALREADY_FINISHED', { subtaskId, finishedOn: part.finishedOn });
  }
  const { taskId } = task;
  return [{ type: 'SubtaskFinished', data: { taskId, subtaskId, finishedOn: context.on, note } }];
}

/** Heads hand over what their own unit has or takes what it is given; the Office and the directors may do so for all. */
function requireParty(acting: Acting, { from, to }: Asked<'HandOverTask'>): void {
  if (hasRole(acting, 'office', 'deputyDirector', 'director')) return;
  const unitIds = [from.unitId, to.unitId];
  const isParty = acting.context.actor.posts.some(
    ({ unitId, post }) => post !== 'staff' && unitIds.includes(unitId),
  );
  if (!isParty) reject('ACTOR_NOT_IN_UNIT', { unitIds });
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

function handOverTask(data: Asked<'HandOverTask'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { from, to } = data;
  const facts: TaskFacts<'TaskHandedOver'> = {
    taskId: task.taskId,
    ...data,
    stateAtHandOver: task.state,
    handedOverOn: context.on,
  };
  const last = task.noted.findLast(({ type }) => type === 'TaskHandedOver');
  if (last !== undefined && sameFacts(last.data, facts)) return [];
  if (sameFacts(from, to)) return reject('HAND_OVER_CHANGES_NOTHING');
  requireParty(acting, data);
  requireUnit(context, to.unitId, 'to.unitId');
  if (to.personId !== null) requirePerson(context, to.personId, 'to.personId');
  requireHolder(acting, from);
  return [{ type: 'TaskHandedOver', data: facts }];
}

/** A task that ended stays with the unit that did it; so does one in which the unit has no part any more. */
function succeedUnit(data: Asked<'SucceedUnit'>, { task, context }: Acting): readonly TaskEvent[] {
  if (context.actor.actor.kind !== 'system') return reject('SUCCESSION_SYSTEM_ONLY');
  const { taskId, state, leads, coordinatingUnitIds } = task;
  const { phase } = stateOf(context.workflow, state);
  const takesPart =
    leads.some(({ unitId }) => unitId === data.fromUnitId) ||
    coordinatingUnitIds.includes(data.fromUnitId);
  if (!takesPart || phase === 'done' || phase === 'outside') return [];
  return [
    {
      type: 'TaskUnitSucceeded',
      data: { taskId, ...data, stateAtSuccession: state, succeededOn: context.on },
    },
  ];
}

function carryOverTask(data: Asked<'CarryOverTask'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, carriedOver } = acting.task;
  if (data.toTaskId === taskId) return reject('TASK_REFERS_TO_ITSELF', { field: 'toTaskId' });
  if (carriedOver === null) {
    return [{ type: 'TaskCarriedOver', data: { taskId, ...data, onDay: acting.context.on } }];
  }
  const { toTaskId, toPlanId } = carriedOver;
  return sameFacts({ toTaskId, toPlanId }, data)
    ? []
    : reject('ALREADY_CARRIED_OVER', { toTaskId });
}

export const assignmentDecisions: Decisions<
  | 'AcceptTask'
  | 'DeclineTask'
  | 'AssignPerson'
  | 'FinishSubtask'
  | 'HandOverTask'
  | 'SucceedUnit'
  | 'CarryOverTask'
> = {
  AcceptTask: acceptTask,
  DeclineTask: declineTask,
  AssignPerson: assignPerson,
  FinishSubtask: finishSubtask,
  HandOverTask: handOverTask,
  SucceedUnit: succeedUnit,
  CarryOverTask: carryOverTask,
};
