import type { LocalDate, UnitId } from '@thidua/kernel';
import { isSamePart } from '../evolve/assignment.evolve';
import { actingIds } from '../roles-of';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import { hasRole, once, requireDayFrom, requireMember, requirePerson } from '../rules/checks';
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

/** Whoever decided that the assignment stands is not asked a second time. */
function requireUnanswered({ task }: Acting, unitId: UnitId): void {
  const answer = task.declines.find((decline) => decline.unitId === unitId)?.answered ?? null;
  if (answer?.outcome !== 'assignment-stands') return;
  reject('DECLINE_ALREADY_ANSWERED', { unitId, answeredOn: answer.answeredOn });
}

function declineTask(data: Asked<'DeclineTask'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, answers } = acting.task;
  const unitId = headOf(acting, data.unitId);
  if (answers.some((answer) => answer.unitId === unitId && answer.accepted)) {
    return reject('TASK_ALREADY_ACCEPTED', { unitId });
  }
  const declined = once(acting.task, {
    type: 'TaskDeclined',
    data: { taskId, unitId, reason: data.reason },
  });
  if (declined.length > 0) requireUnanswered(acting, unitId);
  return declined;
}

/** A part cannot be due after the whole. */
function requireWithinTask({ task }: Acting, day: LocalDate | null): void {
  const latestOn = task.dueOn;
  if (day === null || latestOn === null || day <= latestOn) return;
  reject('INNER_DUE_DATE_TOO_LATE', { field: 'dueOn', day, latestOn });
}

/** A part given to somebody else while unfinished simply changes hands; the earlier assignment stays in the log. */
function assignPerson(data: Asked<'AssignPerson'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { personId } = data;
  requirePerson(context, personId, 'personId');
  const unitId = headOf(acting, data.unitId);
  const assignment = { ...data, unitId };
  const held = task.assignments.find((part) => isSamePart(part, data));
  if (held !== undefined && held.finishedOn !== null) {
    const { subtaskId, finishedOn } = held;
    return reject('SUBTASK_ALREADY_FINISHED', { subtaskId, finishedOn });
  }
  if (held !== undefined && sameFacts({ ...held }, { ...assignment, finishedOn: null })) return [];
  requireMember(context, { personId, unitId, field: 'personId' });
  requireDayFrom(data.dueOn, 'dueOn', context.on);
  requireWithinTask(acting, data.dueOn);
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

export const assignmentDecisions: Decisions<
  'AcceptTask' | 'DeclineTask' | 'AssignPerson' | 'FinishSubtask'
> = {
  AcceptTask: acceptTask,
  DeclineTask: declineTask,
  AssignPerson: assignPerson,
  FinishSubtask: finishSubtask,
};
