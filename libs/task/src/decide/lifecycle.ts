import { phaseOf, type Requirement } from '@thidua/workflow';
import type { Asked, StepCommandType } from '../task.commands';
import { actingIds } from '../roles-of';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import type { TaskProduct } from '../task.state';
import { requireDayFrom, requireNotBefore } from '../rules/checks';
import { countDeadline, derived } from './counted-deadline';
import { countSettled } from './counts';
import type { Decisions } from './decisions';
import { compilingUnit } from '../rules/speaking-unit';
import { after, beginWork, takeStep } from '../rules/take-step';

const REASON: readonly Requirement[] = ['reason'];

function awaitTrigger(data: Asked<'AwaitTrigger'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, condition: planned } = acting.task;
  const condition = data.condition ?? planned;
  if (condition === null) return reject('CONDITION_MISSING', { field: 'condition' });
  return takeStep(acting, {
    command: 'AwaitTrigger',
    given: [],
    event: (step) => ({ type: 'TriggerAwaited', data: { taskId, ...step, condition } }),
  });
}

function receiveTrigger(data: Asked<'ReceiveTrigger'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { document } = data;
  const from = context.on;
  const count = countDeadline(data.dueIn, acting, { from, source: 'trigger', requestId: null });
  const dueOn = count?.dueOn ?? data.dueOn;
  const events = takeStep(acting, {
    command: 'ReceiveTrigger',
    given: document === null ? [] : ['document'],
    event: (step) => ({
      type: 'TriggerReceived',
      data: { taskId: task.taskId, ...step, document, receivedOn: context.on, dueOn },
    }),
  });
  if (events.length === 0) return [];
  requireDayFrom(dueOn, 'dueOn', context.on);
  if (dueOn !== null && task.dueOn !== null && dueOn < task.dueOn) {
    return reject('DUE_DATE_MUST_MOVE_LATER', { from: task.dueOn, to: dueOn });
  }
  return [...events, ...derived(count)];
}

function reportResult(data: Asked<'ReportResult'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { summary, evidence } = data;
  // A product handed in carries its own proof, which need not be attached a second time.
  const hasProof = evidence.length > 0 || task.products.some(({ handIn }) => handIn !== null);
  const report = (now: Acting): readonly TaskEvent[] =>
    takeStep(now, {
      command: 'ReportResult',
      given: hasProof ? ['evidence'] : [],
      event: (step) => ({
        type: 'ResultReported',
        data: {
          taskId: task.taskId,
          ...step,
          unitId: compilingUnit(now, data.unitId),
          summary,
          evidence,
          reportedOn: context.on,
          reportedBy: actingIds(context.actor),
          attempt: task.resultAttempts + 1,
        },
      }),
    });
  // The report is tried from where the task stands first, so that a refusal speaks of the state people see.
  if (report(acting).length === 0) return [];
  if (task.assignment.kind === 'periodic-after-milestone' && task.milestoneReachedOn === null) {
    return reject('MILESTONE_NOT_REACHED');
  }
  const started = beginWork(acting);
  return [...started, ...report(after(acting, started))];
}

const approveStep = ({ note }: Asked<'ApproveStep'>, acting: Acting): readonly TaskEvent[] =>
  takeStep(acting, {
    command: 'ApproveStep',
    given: [],
    event: (step) => ({
      type: 'StepApproved',
      data: {
        taskId: acting.task.taskId,
        ...step,
        note,
        approvedOn: acting.context.on,
        approvedBy: actingIds(acting.context.actor),
        phase: phaseOf(acting.context.workflow, step.to) === 'open' ? 'open' : 'reported',
      },
    }),
  });

function returnResult(data: Asked<'ReturnResult'>, acting: Acting): readonly TaskEvent[] {
  const { taskId, resultAttempts: attempt } = acting.task;
  return takeStep(acting, {
    command: 'ReturnResult',
    given: REASON,
    event: (step) => {
      if (attempt === 0) return reject('RESULT_NOT_REPORTED');
      return {
        type: 'ResultReturned',
        data: { taskId, ...step, ...data, attempt, returnedOn: acting.context.on },
      };
    },
  });
}

function acceptedWithResult({ task, context }: Acting): readonly TaskEvent[] {
  const accept = ({ productId, attempts: attempt, handIn }: TaskProduct): TaskEvent => {
    if (handIn !== null) requireNotBefore(context, handIn.handedInOn);
    const data = { taskId: task.taskId, productId, attempt, acceptedOn: context.on };
    return { type: 'ProductAccepted', data };
  };
  return task.products.filter(({ verdict }) => verdict === 'awaited').map(accept);
}

/** The task counts as done on the day the accepted result was handed in, however long the verification took. */
function verifyResult(data: Asked<'VerifyResult'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { note, belowTargetReason } = data;
  const completed = takeStep(acting, {
    command: 'VerifyResult',
    given: [],
    event: (step) => {
      const { result, taskId } = task;
      if (result === null) return reject('RESULT_NOT_REPORTED');
      const { reportedOn: completedOn, attempt } = result;
      const facts = { taskId, ...step, completedOn, verifiedOn: context.on, attempt, note };
      return { type: 'TaskCompleted', data: facts };
    },
  });
  if (completed.length === 0) return [];
  return [...countSettled(acting, belowTargetReason), ...acceptedWithResult(acting), ...completed];
}

const closeOngoing = (data: Asked<'CloseOngoing'>, acting: Acting): readonly TaskEvent[] =>
  takeStep(acting, {
    command: 'CloseOngoing',
    given: [],
    event: (step) => ({
      type: 'OngoingClosed',
      data: { taskId: acting.task.taskId, ...step, ...data, closedOn: acting.context.on },
    }),
  });

const markNotArisen = ({ reason }: Asked<'MarkNotArisen'>, acting: Acting): readonly TaskEvent[] =>
  takeStep(acting, {
    command: 'MarkNotArisen',
    given: REASON,
    event: (step) => ({
      type: 'TaskNotArisen',
      data: { taskId: acting.task.taskId, ...step, reason, onDay: acting.context.on },
    }),
  });

const cancelTask = (data: Asked<'CancelTask'>, acting: Acting): readonly TaskEvent[] =>
  takeStep(acting, {
    command: 'CancelTask',
    given: data.document === null ? REASON : ['reason', 'document'],
    event: (step) => ({
      type: 'TaskCancelled',
      data: { taskId: acting.task.taskId, ...step, ...data, onDay: acting.context.on },
    }),
  });

function supersedeTask(data: Asked<'SupersedeTask'>, acting: Acting): readonly TaskEvent[] {
  const { taskId } = acting.task;
  if (data.byTaskId === taskId) return reject('TASK_REFERS_TO_ITSELF', { field: 'byTaskId' });
  return takeStep(acting, {
    command: 'SupersedeTask',
    given: REASON,
    event: (step) => ({
      type: 'TaskSuperseded',
      data: { taskId, ...step, ...data, onDay: acting.context.on },
    }),
  });
}

const reopenTask = ({ reason }: Asked<'ReopenTask'>, acting: Acting): readonly TaskEvent[] =>
  takeStep(acting, {
    command: 'ReopenTask',
    given: REASON,
    event: (step) => ({
      type: 'TaskReopened',
      data: { taskId: acting.task.taskId, ...step, reason, onDay: acting.context.on },
    }),
  });

export const lifecycleDecisions: Decisions<StepCommandType> = {
  AwaitTrigger: awaitTrigger,
  ReceiveTrigger: receiveTrigger,
  StartWork: (_, acting) =>
    takeStep(acting, {
      command: 'StartWork',
      given: [],
      event: (step) => ({
        type: 'WorkStarted',
        data: { taskId: acting.task.taskId, ...step, startedOn: acting.context.on },
      }),
    }),
  ReportResult: reportResult,
  ApproveStep: approveStep,
  ReturnResult: returnResult,
  VerifyResult: verifyResult,
  CloseOngoing: closeOngoing,
  MarkNotArisen: markNotArisen,
  CancelTask: cancelTask,
  SupersedeTask: supersedeTask,
  ReopenTask: reopenTask,
};
