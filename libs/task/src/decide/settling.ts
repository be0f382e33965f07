import { guardFailed, requirementMissing } from '@thidua/workflow';
import { actingIds } from '../roles-of';
import { requireNotBefore, requirePerson } from '../rules/checks';
import { requireAboveOffice } from '../rules/guards';
import { refuseByFlow } from '../rules/refuse-by-flow';
import { leadUnitIds, speakingUnit } from '../rules/speaking-unit';
import { beginWork } from '../rules/take-step';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import { amendment } from './amendments';
import type { Decisions } from './decisions';

/** The Director or the Office decides; an objection against a task the Office leads is not the Office's to decide. */
function answerDecline(data: Asked<'AnswerDecline'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { unitId, leads, reason, document } = data;
  const answer: TaskFacts<'DeclineAnswered'> = {
    taskId: task.taskId,
    unitId,
    outcome: leads === null ? 'assignment-stands' : 'leads-changed',
    reason,
    document,
    answeredOn: context.on,
  };
  const decline = task.declines.find((candidate) => candidate.unitId === unitId);
  if (decline !== undefined && sameFacts(decline.answered, answer)) return [];
  if (decline === undefined || decline.answered !== null) {
    return reject('DECLINE_NOT_FOUND', { unitId });
  }
  requireAboveOffice(acting, 'AnswerDecline');
  const answered: TaskEvent = { type: 'DeclineAnswered', data: answer };
  if (leads === null) return [answered];
  if (leads.some((lead) => lead.unitId === unitId)) {
    return reject('DECLINED_UNIT_STILL_LEADS', { field: 'leads', unitId });
  }
  if (document === null) {
    return refuseByFlow(requirementMissing('AnswerDecline', 'document'));
  }
  const changes = { title: null, dueOn: null, leads, products: null };
  return [answered, ...amendment(acting, changes, { reason, authority: document })];
}

function nameSupervisor(
  { leaderId }: Asked<'NameSupervisor'>,
  { task, context }: Acting,
): readonly TaskEvent[] {
  requirePerson(context, leaderId, 'leaderId');
  if (task.supervisingLeaderId === leaderId) return [];
  const { taskId } = task;
  return [{ type: 'SupervisorNamed', data: { taskId, leaderId, namedOn: context.on } }];
}

function confirmWait(
  { waitId }: Asked<'ConfirmAuthorityWait'>,
  acting: Acting,
): readonly TaskEvent[] {
  const { task, context } = acting;
  const wait = task.waits.find(({ started }) => started.waitId === waitId);
  if (wait === undefined) return reject('AUTHORITY_WAIT_NOT_FOUND', { waitId });
  requireAboveOffice(acting, 'ConfirmAuthorityWait');
  requireNotBefore(context, wait.started.fromOn);
  if (wait.isConfirmed) return [];
  const { taskId } = task;
  return [{ type: 'AuthorityWaitConfirmed', data: { taskId, waitId, confirmedOn: context.on } }];
}

function reportLeadPart(data: Asked<'ReportLeadPart'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  if (task.leads.length === 1) return reject('ONLY_ONE_LEAD');
  const unitId = speakingUnit(acting, { named: data.unitId, among: leadUnitIds(acting) });
  const earlier = task.leadParts.find((part) => part.unitId === unitId);
  const facts: TaskFacts<'LeadPartReported'> = {
    taskId: task.taskId,
    ...data,
    unitId,
    reportedOn: context.on,
    reportedBy: actingIds(context.actor),
    attempt: (earlier?.attempt ?? 0) + 1,
  };
  if (earlier !== undefined && sameFacts({ ...facts, attempt: earlier.attempt }, earlier)) {
    return [];
  }
  return [...beginWork(acting), { type: 'LeadPartReported', data: facts }];
}

function proposeClosing(data: Asked<'ProposeClosing'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  if (task.assignment.kind !== 'ongoing') {
    return refuseByFlow(guardFailed('ProposeClosing', 'taskIsOngoing'));
  }
  const proposal: TaskFacts<'OngoingClosingProposed'> = {
    taskId: task.taskId,
    ...data,
    unitId: speakingUnit(acting, { named: data.unitId, among: leadUnitIds(acting), asHead: true }),
    proposedOn: context.on,
    proposedBy: actingIds(context.actor),
  };
  return sameFacts(task.closingProposal, proposal)
    ? []
    : [{ type: 'OngoingClosingProposed', data: proposal }];
}

export const settlingDecisions: Decisions<
  'AnswerDecline' | 'NameSupervisor' | 'ConfirmAuthorityWait' | 'ReportLeadPart' | 'ProposeClosing'
> = {
  AnswerDecline: answerDecline,
  NameSupervisor: nameSupervisor,
  ConfirmAuthorityWait: confirmWait,
  ReportLeadPart: reportLeadPart,
  ProposeClosing: proposeClosing,
};
