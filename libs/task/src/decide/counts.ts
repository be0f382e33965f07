import { actingIds } from '../roles-of';
import { hasRole, requireDayFrom } from '../rules/checks';
import { countOwed } from '../rules/planned-recurrence';
import { leadUnitIds, speakingUnit } from '../rules/speaking-unit';
import { beginWork } from '../rules/take-step';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { Task } from '../task.state';
import type { Decisions } from './decisions';

/** How often the task took place so far. */
const countReached = ({ occurrences }: Task): number =>
  occurrences.filter(({ withdrawn }) => withdrawn === null).length;

function setCountTarget(data: Asked<'SetCountTarget'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { countTarget } = task;
  if (countTarget?.count === data.count && countTarget.what === data.what) return [];
  return [{ type: 'CountTargetSet', data: { taskId: task.taskId, ...data, setOn: context.on } }];
}

function recordOccurrence(data: Asked<'RecordOccurrence'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { occurrenceId, heldOn } = data;
  const facts: TaskFacts<'OccurrenceRecorded'> = {
    taskId: task.taskId,
    ...data,
    unitId: speakingUnit(acting, { named: data.unitId, among: leadUnitIds(acting) }),
    recordedOn: context.on,
    recordedBy: actingIds(context.actor),
  };
  const earlier = task.occurrences.find(({ recorded }) => recorded.occurrenceId === occurrenceId);
  if (earlier !== undefined) {
    return sameFacts(earlier.recorded, facts)
      ? []
      : reject('ID_ALREADY_USED', { field: 'occurrenceId', id: occurrenceId });
  }
  requireDayFrom(heldOn, 'heldOn', task.assignment.assignedOn);
  if (heldOn > context.on) {
    return reject('DAY_IN_FUTURE', { field: 'heldOn', day: heldOn, latestOn: context.on });
  }
  return [...beginWork(acting), { type: 'OccurrenceRecorded', data: facts }];
}

function withdrawOccurrence(
  data: Asked<'WithdrawOccurrence'>,
  { task, context }: Acting,
): readonly TaskEvent[] {
  const { occurrenceId } = data;
  const found = task.occurrences.find(({ recorded }) => recorded.occurrenceId === occurrenceId);
  if (found === undefined) {
    return reject('OCCURRENCE_NOT_FOUND', { field: 'occurrenceId', occurrenceId });
  }
  const facts = { taskId: task.taskId, ...data, withdrawnOn: context.on };
  if (found.withdrawn === null) return [{ type: 'OccurrenceWithdrawn', data: facts }];
  const { withdrawnOn } = found.withdrawn;
  return sameFacts(found.withdrawn, facts)
    ? []
    : reject('OCCURRENCE_ALREADY_WITHDRAWN', { occurrenceId, withdrawnOn });
}

/**
 * What a verification has to record about the count: nothing when enough took place, a director's word with its reason
 * when fewer did.
 * @throws COUNT_NOT_REACHED
 */
export function countSettled(
  acting: Acting,
  belowTargetReason: string | null,
): readonly TaskEvent[] {
  const { task, context } = acting;
  const [target, reached] = [countOwed(task), countReached(task)];
  if (reached >= target) return [];
  if (belowTargetReason === null || !hasRole(acting, 'deputyDirector', 'director')) {
    return reject('COUNT_NOT_REACHED', { reached, target });
  }
  const said = { reason: belowTargetReason, acceptedOn: context.on };
  return [
    { type: 'CountShortfallAccepted', data: { taskId: task.taskId, reached, target, ...said } },
  ];
}

export const countDecisions: Decisions<
  'SetCountTarget' | 'RecordOccurrence' | 'WithdrawOccurrence'
> = {
  SetCountTarget: setCountTarget,
  RecordOccurrence: recordOccurrence,
  WithdrawOccurrence: withdrawOccurrence,
};
