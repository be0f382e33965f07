import { ask } from './task.fixtures';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, type MoveOf } from './task-life.move';
import { compiling, first, step, tooEarly } from './task-life.refusals';

const isBeforeReport = (task: TaskLife) => life.isIn(task, 'assigned', 'waiting', 'inProgress');
const judgedIn = ({ flow }: TaskLife) => (flow === 'default' ? 'reported' : 'unitApproved');

/** In the flow with two levels the head of the unit sends back first, without a look at the Office. */
const isFirstLevel = ({ flow, state }: TaskLife) => flow === 'two-level' && state === 'reported';

const judgesResult = (task: TaskLife, { actor }: Act) =>
  life.mayJudge(task, actor, life.workersOf(task));

/** Back to work: what was reported no longer counts, and the work is owed anew. */
function sendBack(task: TaskLife, { on }: Act, told: string): void {
  life.forgetResult(task);
  task.completedOn = null;
  task.around.owedSince = on;
  life.moveTo(task, 'inProgress', { day: on, told });
}

/** Moves along the flow from the assignment to a result that somebody else confirmed, and back. */
export const flowMoves = {
  start: (task, act) => {
    const told = life.toldStep('StartWork', act.on);
    const mayTake = life.works(task, act.actor);
    const refusal = step(task, act, {
      stands: life.isIn(task, 'assigned'),
      mayTake,
      isRepeated: task.lastStep === told && mayTake,
    });
    return foretold(ask('StartWork'), refusal, ['WorkStarted'], () => {
      life.begin(task, act);
    });
  },
  receive: (task, act, { day, flag }) => {
    const dueOn = flag ? day : null;
    const told = life.toldStep('ReceiveTrigger', act.on, dueOn);
    const mayTake = life.isOffice(act.actor) || life.isService(act.actor);
    const stands = life.isIn(task, 'waiting');
    const refusal = first(
      step(task, act, { stands, mayTake, isRepeated: task.lastStep === told && mayTake }),
      dueOn !== null && dueOn < act.on && 'DAY_TOO_EARLY',
      dueOn !== null && task.dueOn !== null && dueOn < task.dueOn && 'DUE_DATE_MUST_MOVE_LATER',
    );
    return foretold(ask('ReceiveTrigger', { dueOn }), refusal, ['TriggerReceived'], () => {
      if (dueOn !== null) task.dueOn = dueOn;
      task.around.owedSince = act.on;
      life.moveTo(task, 'inProgress', { day: act.on, told });
    });
  },
  /** By the first twist without a proof, which a product that was handed in carries by itself. */
  report: (task, act, { twist }) => {
    const mayTake = life.reportsForLead(task, act.actor);
    const unit = life.compilerFor(task, act.actor);
    const isBare = twist === 1;
    const told = life.toldStep('ReportResult', act.on, unit, life.idsOf(act.actor), isBare);
    const stands = life.isIn(task, 'assigned', 'inProgress');
    const wasReported = task.lastStep.startsWith('["ReportResult"');
    const refusal = first(
      // To know whether it is said again, one has to know for whom it is said.
      !stands && wasReported && mayTake && compiling(task, act),
      step(task, act, {
        stands,
        mayTake,
        isComplete: !isBare || !life.everyProduct(task, ['none']),
        holds: life.everyProduct(task, ['awaited', 'accepted']),
        isRepeated: task.lastStep === told && mayTake,
      }),
      compiling(task, act),
      task.kind === 'periodic-after-milestone' &&
        task.milestoneOn === null &&
        'MILESTONE_NOT_REACHED',
    );
    const command = ask('ReportResult', isBare ? { evidence: [] } : {});
    return foretold(command, refusal, [...life.beginning(task), 'ResultReported'], () => {
      task.reporters = life.idsOf(act.actor);
      task.reportedOn = act.on;
      life.moveTo(task, 'reported', { day: act.on, told });
    });
  },
  approve: (task, act) => {
    const told = life.toldStep('ApproveStep', act.on, life.idsOf(act.actor));
    const mayTake = life.headedUnit(task, act) !== null;
    const refusal = step(task, act, {
      stands: isFirstLevel(task),
      mayTake,
      holds: life.isFreeOf(act.actor, life.workersOf(task)),
      isRepeated: task.flow === 'two-level' && task.lastStep === told && mayTake,
    });
    return foretold(ask('ApproveStep'), refusal, ['StepApproved'], () => {
      life.moveTo(task, 'unitApproved', { day: act.on, told });
    });
  },
  sendBack: (task, act) => {
    const heads = life.headedUnit(task, act) !== null;
    const isJudge = life.isJudge(act.actor);
    const byUnit = life.toldStep('ReturnResult', act.on, 'unit');
    const byOffice = life.toldStep('ReturnResult', act.on, 'office');
    const refusal = step(task, act, {
      stands: task.state === judgedIn(task) || isFirstLevel(task),
      mayTake: isFirstLevel(task) ? heads : isJudge,
      holds: isFirstLevel(task)
        ? life.isFreeOf(act.actor, life.workersOf(task))
        : judgesResult(task, act),
      isRepeated:
        (task.lastStep === byOffice && isJudge) ||
        (task.flow === 'two-level' && task.lastStep === byUnit && heads),
    });
    const told = isFirstLevel(task) ? byUnit : byOffice;
    return foretold(ask('ReturnResult'), refusal, ['ResultReturned'], () => {
      sendBack(task, act, told);
    });
  },
  verify: (task, act, { flag }) => {
    const told = life.toldStep('VerifyResult', act.on);
    const isJudge = life.isJudge(act.actor);
    const mayBeFewer = flag && life.isDirecting(act.actor);
    const isOften = life.isOftenEnough(task);
    const awaited = life.awaitedProducts(task);
    const handedIn = awaited.map(({ on }) => on ?? '').sort();
    const verdicts = task.flow === 'default' ? ['awaited', 'accepted'] : ['accepted'];
    const refusal = first(
      step(task, act, {
        stands: task.state === judgedIn(task),
        mayTake: isJudge,
        holds: judgesResult(task, act) && life.everyProduct(task, verdicts),
        isRepeated: task.lastStep === told && isJudge,
      }),
      !isOften && !mayBeFewer && 'COUNT_NOT_REACHED',
      tooEarly(act, handedIn.at(-1)),
    );
    const command = ask('VerifyResult', { belowTargetReason: flag ? 'Đã đủ yêu cầu' : null });
    const shortfall = isOften ? [] : (['CountShortfallAccepted'] as const);
    const accepted = awaited.map(() => 'ProductAccepted' as const);
    return foretold(command, refusal, [...shortfall, ...accepted, 'TaskCompleted'], () => {
      task.completedOn = task.reportedOn;
      for (const product of task.products.values()) product.verdict = 'accepted';
      life.moveTo(task, 'completed', { day: act.on, told });
    });
  },
  reopen: (task, act) => {
    const told = life.toldStep('ReopenTask', act.on);
    const mayTake = life.isJudge(act.actor);
    const refusal = step(task, act, {
      stands: life.isIn(task, 'completed'),
      mayTake,
      isRepeated: task.lastStep === told && mayTake,
    });
    return foretold(ask('ReopenTask'), refusal, ['TaskReopened'], () => {
      sendBack(task, act, told);
    });
  },
  close: (task, act) => {
    const told = life.toldStep('CloseOngoing', act.on);
    const mayTake = life.isDirecting(act.actor);
    const refusal = step(task, act, {
      stands: life.isAtWork(task),
      mayTake,
      holds: task.kind === 'ongoing' && life.isFreeOf(act.actor, life.workersOf(task)),
      isRepeated: task.lastStep === told && mayTake,
    });
    return foretold(ask('CloseOngoing'), refusal, ['OngoingClosed'], () => {
      task.completedOn = act.on;
      life.moveTo(task, 'completed', { day: act.on, told });
    });
  },
  drop: (task, act) => {
    const told = life.toldStep('MarkNotArisen', act.on);
    const mayTake = life.isJudge(act.actor);
    const refusal = step(task, act, {
      stands: isBeforeReport(task),
      mayTake,
      holds: task.condition !== null,
      isRepeated: task.lastStep === told && mayTake,
    });
    return foretold(ask('MarkNotArisen'), refusal, ['TaskNotArisen'], () => {
      life.moveTo(task, 'notArisen', { day: act.on, told });
    });
  },
  cancel: (task, act) => {
    const told = life.toldStep('CancelTask', act.on);
    const mayTake = life.isJudge(act.actor);
    const stands = life.isUnfinished(task);
    const refusal = step(task, act, {
      stands,
      mayTake,
      isRepeated: task.lastStep === told && mayTake,
    });
    return foretold(ask('CancelTask'), refusal, ['TaskCancelled'], () => {
      life.moveTo(task, 'cancelled', { day: act.on, told });
    });
  },
  // Seldom by another task, for a course is over with it; otherwise by itself, which never goes.
  supersede: (task, act, { flag, productId }) => {
    const isOther = flag && productId === 'sp-la';
    const told = life.toldStep('SupersedeTask', act.on);
    const mayTake = life.isJudge(act.actor);
    const stands = life.isUnfinished(task);
    const refusal = first(
      !isOther && 'TASK_REFERS_TO_ITSELF',
      step(task, act, { stands, mayTake, isRepeated: task.lastStep === told && mayTake }),
    );
    const command = ask('SupersedeTask', isOther ? {} : { byTaskId: 'nv-1' });
    return foretold(command, refusal, ['TaskSuperseded'], () => {
      life.moveTo(task, 'superseded', { day: act.on, told });
    });
  },
  awaitTrigger: (task, act, { flag }) => {
    const condition = flag ? 'Sau khi có hướng dẫn' : task.condition;
    const told = life.toldStep('AwaitTrigger', condition);
    const mayTake = life.isJudge(act.actor);
    const stands = life.isIn(task, 'assigned');
    const refusal = first(
      condition === null && 'CONDITION_MISSING',
      step(task, act, { stands, mayTake, isRepeated: task.lastStep === told && mayTake }),
    );
    const command = ask('AwaitTrigger', { condition: flag ? condition : null });
    return foretold(command, refusal, ['TriggerAwaited'], () => {
      task.condition = condition;
      life.moveTo(task, 'waiting', { day: null, told });
    });
  },
} as const satisfies Record<string, MoveOf>;
