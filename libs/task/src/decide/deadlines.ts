import { invariant } from '@thidua/kernel';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import type { ExtensionRequest } from '../task.state';
import { countDeadline, derived, isSameCount } from './counted-deadline';
import { hasRole, once, requireNotBefore } from '../rules/checks';
import { leadUnitIds } from '../rules/speaking-unit';
import type { Decisions } from './decisions';

function requestExtension(data: Asked<'RequestExtension'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { requestId, dueOn } = data;
  const requested = { taskId: task.taskId, ...data, requestedOn: context.on };
  const earlier = task.extensions.find((request) => request.requested.requestId === requestId);
  if (earlier !== undefined) {
    return sameFacts(earlier.requested, requested)
      ? []
      : reject('ID_ALREADY_USED', { field: 'requestId', id: requestId });
  }
  if (task.dueOn === null) return reject('DUE_DATE_MISSING');
  if (dueOn <= task.dueOn) {
    return reject('DUE_DATE_MUST_MOVE_LATER', { from: task.dueOn, to: dueOn });
  }
  return [{ type: 'ExtensionRequested', data: requested }];
}

function requireRequest({ task, context }: Acting, requestId: string): ExtensionRequest {
  const request = task.extensions.find(({ requested }) => requested.requestId === requestId);
  if (request === undefined) return reject('EXTENSION_NOT_REQUESTED', { requestId });
  requireNotBefore(context, request.requested.requestedOn);
  return request;
}

/**
 * A due date is extended from above the lead: whoever belongs to a lead unit or was given the work does not grant it. A
 * post in the department itself is above every unit.
 * @throws GRANTOR_IS_PARTY
 */
function requireGrantor(acting: Acting): void {
  const leading = leadUnitIds(acting);
  const unitIds = acting.context.actor.posts
    .filter(({ unitId, unitKind }) => unitKind !== 'department' && leading.includes(unitId))
    .map(({ unitId }) => unitId);
  if (unitIds.length > 0 || hasRole(acting, 'assignee')) {
    reject('GRANTOR_IS_PARTY', { unitIds: unitIds.length > 0 ? unitIds : leading });
  }
}

/** The day granted may differ from the day asked for; that it moves later is what makes it an extension. */
function extendDeadline(data: Asked<'ExtendDeadline'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { requestId, reason, document } = data;
  const request = requestId === null ? null : requireRequest(acting, requestId);
  const from = task.dueOn;
  if (from === null) return reject('DUE_DATE_MISSING');
  if (isSameCount(data, acting)) return [];
  const count = countDeadline(data.dueIn, acting, { from, source: 'extension', requestId });
  const to = count?.dueOn ?? data.dueOn;
  invariant(to, 'an extension names its day or its count');
  if (to === from) return []; // A repeated command changes nothing.
  if (request !== null && request.decided !== null) {
    return reject('EXTENSION_ALREADY_DECIDED', { requestId });
  }
  if (to < from) return reject('DUE_DATE_MUST_MOVE_LATER', { from, to });
  requireGrantor(acting);
  const { taskId } = task;
  const grantedOn = context.on;
  return [
    {
      type: 'DeadlineExtended',
      data: { taskId, requestId, from, to, reason, document, grantedOn },
    },
    ...derived(count),
  ];
}

function refuseExtension(data: Asked<'RefuseExtension'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { decided } = requireRequest(acting, data.requestId);
  const refused = { taskId: task.taskId, ...data, refusedOn: context.on };
  if (decided === null) return [{ type: 'ExtensionRefused', data: refused }];
  return sameFacts(decided, refused)
    ? []
    : reject('EXTENSION_ALREADY_DECIDED', { requestId: data.requestId });
}

const confirmDelayCause = (
  data: Asked<'ConfirmDelayCause'>,
  { task, context }: Acting,
): readonly TaskEvent[] =>
  once(task, {
    type: 'DelayCauseConfirmed',
    data: { taskId: task.taskId, ...data, confirmedOn: context.on },
  });

export const deadlineDecisions: Decisions<
  'RequestExtension' | 'ExtendDeadline' | 'RefuseExtension' | 'ConfirmDelayCause'
> = {
  RequestExtension: requestExtension,
  ExtendDeadline: extendDeadline,
  RefuseExtension: refuseExtension,
  ConfirmDelayCause: confirmDelayCause,
};
