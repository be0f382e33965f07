import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import { hasRole, requireDayFrom, requireNotBefore, requireUnit } from '../rules/checks';
import type { Decisions } from './decisions';
import { leadUnitIds } from '../rules/speaking-unit';

/** Asking oneself would let a unit earn coordination it never gave. */
function requireOtherUnit(acting: Acting, unitId: string): void {
  const posts = acting.context.actor.posts.map((held) => held.unitId);
  const asking = leadUnitIds(acting).filter((lead) => posts.includes(lead));
  if (asking.length > 0 && asking.every((lead) => lead === unitId)) {
    reject('COORDINATION_WITHIN_UNIT', { unitId });
  }
}

/** Any unit may be asked: plans name partners such as "các đơn vị liên quan" that only become known on the way. */
function askCoordination(data: Asked<'AskCoordination'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const asked = { taskId: task.taskId, ...data, askedOn: context.on };
  requireUnit(context, data.unitId, 'unitId');
  const earlier = task.coordination.find(
    ({ asked: { requestId } }) => requestId === data.requestId,
  );
  if (earlier !== undefined) {
    return sameFacts(earlier.asked, asked)
      ? []
      : reject('ID_ALREADY_USED', { field: 'requestId', id: data.requestId });
  }
  requireOtherUnit(acting, data.unitId);
  requireDayFrom(data.answerDueOn, 'answerDueOn', context.on);
  return [{ type: 'CoordinationAsked', data: asked }];
}

/** The asked unit answers for itself; a lead unit or a service may record the answer of a partner without an account. */
function requireAnswerer(acting: Acting, unitId: string): void {
  if (hasRole(acting, 'lead', 'leadHead', 'focal', 'office', 'service')) return;
  const isAsked = acting.context.actor.posts.some((held) => held.unitId === unitId);
  if (!isAsked) reject('ACTOR_NOT_IN_UNIT', { unitIds: [unitId] });
}

function answerCoordination(
  { requestId, answer }: Asked<'AnswerCoordination'>,
  acting: Acting,
): readonly TaskEvent[] {
  const { task, context } = acting;
  const request = task.coordination.find(({ asked }) => asked.requestId === requestId);
  if (request === undefined) return reject('COORDINATION_NOT_ASKED', { requestId });
  const { asked, answered } = request;
  requireAnswerer(acting, asked.unitId);
  requireNotBefore(context, asked.askedOn);
  const data: TaskFacts<'CoordinationAnswered'> = {
    taskId: task.taskId,
    requestId,
    unitId: asked.unitId,
    answer,
    answeredOn: context.on,
    inTime: asked.answerDueOn === null ? null : context.on <= asked.answerDueOn,
  };
  if (answered === null) return [{ type: 'CoordinationAnswered', data }];
  const { answeredOn } = answered;
  return sameFacts(answered, data)
    ? []
    : reject('COORDINATION_ALREADY_ANSWERED', { requestId, answeredOn });
}

export const coordinationDecisions: Decisions<'AskCoordination' | 'AnswerCoordination'> = {
  AskCoordination: askCoordination,
  AnswerCoordination: answerCoordination,
};
