import type { LocalDate } from '@thidua/kernel';
import { ask } from './task.fixtures';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type Drawn, type MoveOf } from './task-life.move';
import {
  anyTime,
  atWork,
  early,
  endedBefore,
  evenAfter,
  first,
  tooEarly,
} from './task-life.refusals';

const stepTooEarly = (task: TaskLife, { on }: Act) =>
  !life.isAfterLastStep(task, on) && 'OCCURRED_TOO_EARLY';

function setDue(task: TaskLife, { on }: Act, day: LocalDate | null): void {
  task.dueOn = day;
  task.around.owedSince = on;
}

const aboutWish = (task: TaskLife, act: Act, id: string) => {
  const wish = task.around.wishes.get(id);
  return first(wish === undefined && 'EXTENSION_NOT_REQUESTED', tooEarly(act, wish?.on));
};

/** Timers go by the due date in force, while the work is owed. */
function struck(type: 'SendReminder' | 'EscalateTask'): MoveOf {
  const timer = type === 'SendReminder' ? 'dueTomorrow' : 'overdueToHead';
  return (task, act, { day, flag }: Drawn) => {
    const countedFrom = task.dueOn ?? day;
    const forOn = flag ? act.on : day;
    const key = `${timer} ${countedFrom}`;
    const isOwed =
      life.isIn(task, 'assigned', 'inProgress') &&
      task.dueOn !== null &&
      forOn > task.around.owedSince;
    const refusal = first(
      act.actor.actor.kind !== 'system' && 'ONLY_BY_TIMER',
      task.around.struck.has(key) && NOTHING_NEW,
      forOn > act.on && 'TIMER_NOT_DUE',
      !isOwed && 'TIMER_STALE',
    );
    return foretold(ask(type, { timer, countedFrom, forOn }), refusal, () => {
      task.around.struck.add(key);
    });
  };
}

/** Moves by which the terms of the work change, mostly from above it. */
export const orderMoves = {
  awaitTrigger: (task, act, { flag }) => {
    const condition = flag ? 'Sau khi có hướng dẫn' : task.condition;
    const isRepeated =
      task.state === 'waiting' && life.isJudge(act.actor) && condition === task.condition;
    const refusal = first(
      condition === null && 'CONDITION_MISSING',
      isRepeated && NOTHING_NEW,
      task.state !== 'assigned' && 'TRANSITION_NOT_ALLOWED',
      !life.isJudge(act.actor) && 'ROLE_NOT_ALLOWED',
    );
    const command = ask('AwaitTrigger', { condition: flag ? condition : null });
    return foretold(command, refusal, () => {
      task.condition = condition;
      life.moveTo(task, 'waiting', null);
    });
  },
  // Seldom by another task, for a course is over with it; otherwise by itself, which never goes.
  supersede: (task, act, { flag, productId }) => {
    const isOther = flag && productId === 'sp-la';
    const isRepeated =
      task.state === 'superseded' && life.isJudge(act.actor) && task.stepsFrom === act.on;
    const refusal = first(
      !isOther && 'TASK_REFERS_TO_ITSELF',
      isRepeated && NOTHING_NEW,
      !life.isUnfinished(task) && 'TRANSITION_NOT_ALLOWED',
      !life.isJudge(act.actor) && 'ROLE_NOT_ALLOWED',
      stepTooEarly(task, act),
    );
    return foretold(ask('SupersedeTask', isOther ? {} : { byTaskId: 'nv-1' }), refusal, () => {
      life.moveTo(task, 'superseded', act.on);
    });
  },
  approve: (task, act) => {
    const by = String(life.idsOf(act.actor));
    const heads = life.headedUnit(task, act) !== null;
    const isRepeated =
      task.state === 'unitApproved' &&
      heads &&
      task.stepsFrom === act.on &&
      task.around.approvedBy === by;
    const refusal = first(
      isRepeated && NOTHING_NEW,
      !(task.flow === 'two-level' && task.state === 'reported') && 'TRANSITION_NOT_ALLOWED',
      !heads && 'ROLE_NOT_ALLOWED',
      !life.isFreeOf(act.actor, life.workersOf(task)) && 'GUARD_FAILED',
      stepTooEarly(task, act),
    );
    return foretold(ask('ApproveStep'), refusal, () => {
      task.around.approvedBy = by;
      life.moveTo(task, 'unitApproved', act.on);
    });
  },
  migrate: (task, act, { flag }) => {
    const id = flag ? 'two-level' : 'default';
    const refusal = first(
      !life.isJudge(act.actor) && 'ROLE_NOT_ALLOWED',
      task.flow === id && NOTHING_NEW,
      !life.isUnfinished(task) && 'TASK_HAS_ENDED',
      task.state === 'unitApproved' && 'STATE_WITHOUT_COUNTERPART',
      stepTooEarly(task, act),
    );
    return foretold(ask('MigrateTask', { to: { id, version: 2 } }), refusal, () => {
      task.flow = id;
    });
  },
  acceptProduct: (task, act, { productId }) => {
    const product = task.products.get(productId);
    const isHandedIn = product?.verdict === 'awaited' || product?.verdict === 'accepted';
    const refusal = first(
      atWork(task, life.isJudge(act.actor)),
      product === undefined && 'PRODUCT_NOT_FOUND',
      !isHandedIn && 'PRODUCT_NOT_HANDED_IN',
      !life.mayJudge(task, act.actor, product?.by ?? []) && 'GUARD_FAILED',
      tooEarly(act, product?.on),
      product?.verdict === 'accepted' && NOTHING_NEW,
    );
    return foretold(ask('AcceptProduct', { productId }), refusal, () => {
      if (product !== undefined) product.verdict = 'accepted';
    });
  },
  wishExtension: (task, act, { productId: requestId, day }) => {
    const before = task.around.wishes.get(requestId);
    const isSame = before?.dueOn === day && before.on === act.on;
    const refusal = first(
      early(task, life.isOfLead(task, act.actor)),
      before !== undefined && (isSame ? NOTHING_NEW : 'ID_ALREADY_USED'),
      task.dueOn === null && 'DUE_DATE_MISSING',
      task.dueOn !== null && day <= task.dueOn && 'DUE_DATE_MUST_MOVE_LATER',
    );
    return foretold(ask('RequestExtension', { requestId, dueOn: day }), refusal, () => {
      task.around.wishes.set(requestId, { dueOn: day, on: act.on, decided: null });
    });
  },
  grantWish: (task, act, { productId: requestId, day }) => {
    const wish = task.around.wishes.get(requestId);
    const to = wish?.dueOn ?? day;
    const refusal = first(
      anyTime(task, life.isDirecting(act.actor)),
      aboutWish(task, act, requestId),
      task.dueOn === null && 'DUE_DATE_MISSING',
      task.dueOn === to && NOTHING_NEW,
      typeof wish?.decided === 'string' && 'EXTENSION_ALREADY_DECIDED',
      task.dueOn !== null && to < task.dueOn && 'DUE_DATE_MUST_MOVE_LATER',
      life.isParty(task, act.actor) && 'GRANTOR_IS_PARTY',
    );
    return foretold(ask('ExtendDeadline', { requestId, dueOn: to }), refusal, () => {
      if (wish !== undefined) wish.decided = 'granted';
      setDue(task, act, to);
    });
  },
  refuseWish: (task, act, { productId: requestId }) => {
    const wish = task.around.wishes.get(requestId);
    const refusal = first(
      anyTime(task, life.isDirecting(act.actor)),
      aboutWish(task, act, requestId),
      endedBefore(act.on, wish?.decided ?? null, 'EXTENSION_ALREADY_DECIDED'),
    );
    return foretold(ask('RefuseExtension', { requestId }), refusal, () => {
      if (wish !== undefined) wish.decided = act.on;
    });
  },
  nameSupervisor: (task, act, { flag }) => {
    const leaderId = flag ? 'pho-giam-doc' : 'giam-doc';
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      task.around.supervisor === leaderId && NOTHING_NEW,
    );
    return foretold(ask('NameSupervisor', { leaderId }), refusal, () => {
      task.around.supervisor = leaderId;
    });
  },
  namePredecessor: (task, act, { productId, flag }) => {
    const fromTaskId = flag ? productId : 'nv-1';
    const refusal = first(
      evenAfter(task, life.isJudge(act.actor) || life.isService(act.actor)),
      task.around.predecessors.has(fromTaskId) && NOTHING_NEW,
      !flag && 'TASK_REFERS_TO_ITSELF',
    );
    const move = foretold(ask('NamePredecessor', { fromTaskId }), refusal, () => {
      task.around.predecessors.add(fromTaskId);
    });
    return { ...move, evenCarriedOver: true };
  },
  confirmDelay: (task, act) => {
    const key = `delay ${act.on}`;
    const isDirector = act.actor.posts.some(
      ({ unitKind, post }) => unitKind === 'department' && post === 'head',
    );
    const refusal = first(evenAfter(task, isDirector), task.around.said.has(key) && NOTHING_NEW);
    const move = foretold(ask('ConfirmDelayCause'), refusal, () => {
      task.around.said.add(key);
    });
    return { ...move, evenCarriedOver: true };
  },
  correctDue: (task, act, { day, flag }) => {
    const now = flag ? day : null;
    const refusal = first(
      evenAfter(task, life.isJudge(act.actor)),
      life.idsOf(act.actor).includes('chanh-van-phong') && 'SECOND_PERSON_REQUIRED',
      task.dueOn === now && NOTHING_NEW,
    );
    const move = foretold(ask('CorrectTask', { field: 'dueOn', now }), refusal, () => {
      setDue(task, act, now);
    });
    return { ...move, evenCarriedOver: true };
  },
  correctCompletion: (task, act, { day, flag }) => {
    const now = flag ? day : null;
    const refusal = first(
      evenAfter(task, life.isJudge(act.actor)),
      life.idsOf(act.actor).includes('chanh-van-phong') && 'SECOND_PERSON_REQUIRED',
      task.completedOn === null && 'TASK_NOT_COMPLETED',
      now === null && 'COMPLETION_DAY_REQUIRED',
      now !== null && now < task.assignedOn && 'DAY_TOO_EARLY',
      now !== null && now > act.on && 'DAY_IN_FUTURE',
      task.completedOn === now && NOTHING_NEW,
    );
    const move = foretold(ask('CorrectTask', { field: 'completedOn', now }), refusal, () => {
      task.completedOn = now;
    });
    return { ...move, evenCarriedOver: true };
  },
  remindByTimer: struck('SendReminder'),
  escalate: struck('EscalateTask'),
} as const satisfies Record<string, MoveOf>;
