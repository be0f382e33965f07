import type { LocalDate } from '@thidua/kernel';
import { NOBODY, UNITS } from './people';
import { sampleAsked } from './sample-asked';
import { ask, happened, named } from './task.fixtures';
import { FLOWS } from './task-life.flows';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type Drawn, type MoveOf } from './task-life.move';
import { anyTime, early, endedBefore, evenAfter, first, tooEarly } from './task-life.refusals';

const CORRECTED = sampleAsked.CorrectTask.eventId;

const aboutWish = (task: TaskLife, act: Act, id: string) => {
  const wish = task.around.wishes.get(id);
  return first(wish === undefined && 'EXTENSION_NOT_REQUESTED', tooEarly(act, wish?.on));
};

/** Timers go by the due date in force, while the work is owed. */
function struck(type: 'SendReminder' | 'EscalateTask'): MoveOf {
  const known = type === 'SendReminder' ? 'dueTomorrow' : 'overdueToHead';
  const recorded = type === 'SendReminder' ? 'ReminderSent' : 'TaskEscalated';
  return (task, act, { day, flag, twist }: Drawn) => {
    const timer = twist === 1 ? 'dueSomeDay' : known;
    const countedFrom = task.dueOn ?? day;
    const forOn = flag ? act.on : day;
    const key = `${timer} ${countedFrom}`;
    const isOwed =
      life.isIn(task, 'assigned', 'inProgress') &&
      task.dueOn !== null &&
      forOn > task.around.owedSince;
    const refusal = first(
      act.actor.actor.kind !== 'system' && 'ONLY_BY_TIMER',
      timer !== known && 'TIMER_UNKNOWN',
      task.around.struck.has(key) && NOTHING_NEW,
      forOn > act.on && 'TIMER_NOT_DUE',
      !isOwed && 'TIMER_STALE',
    );
    return foretold(ask(type, { timer, countedFrom, forOn }), refusal, [recorded], () => {
      task.around.struck.add(key);
    });
  };
}

/** What a migration says about the states, and of the flow it goes to. */
function movedHow(twist: number) {
  const ended = ['assigned', 'waiting', 'inProgress', 'reported', 'unitApproved'];
  const toEnd = Object.fromEntries(ended.map((state) => [state, 'completed']));
  const stateMap: Record<string, string> =
    twist === 3 ? toEnd : twist === 4 ? { unitApproved: 'reported' } : {};
  return { stateMap, isRetired: twist === 2 };
}

/** Why a task cannot go on under the flow asked for, whose one level knows no approval by the unit. */
function notMoving(twist: number, lacksState: boolean) {
  if (twist === 1) return 'FLOW_NOT_FOUND';
  if (twist === 2) return 'FLOW_RETIRED';
  if (lacksState) return 'STATE_WITHOUT_COUNTERPART';
  return twist === 3 && 'COUNTERPART_MEANS_OTHER';
}

/** Who agrees to a correction, and which event is looked up for it. */
function correctedHow(twist: number, task: TaskLife) {
  const agreedBy = twist === 3 ? NOBODY : 'chanh-van-phong';
  if (twist === 1) return { agreedBy, lookedUp: { named: named() } };
  const accepted = new Map([[CORRECTED, happened('TaskAccepted')]]);
  if (twist === 2) return { agreedBy, lookedUp: { named: named({ events: accepted }) } };
  const assignment = happened('TaskAssigned', { dueOn: dueAtFirst(task) });
  const correction = { eventId: CORRECTED, field: 'dueOn' as const };
  const events = new Map([
    [CORRECTED, assignment],
    ...task.around.corrected.map(
      (now) => ['d0', happened('TaskCorrected', { ...correction, now })] as const,
    ),
  ]);
  return { agreedBy, lookedUp: twist === 4 ? { named: named({ events }) } : {} };
}

const dueAtFirst = ({ assignment }: TaskLife) => assignment.asked.dueOn ?? null;

/** The due date of the assignment as the record has it: as it was, or as it was last corrected. */
const recordedDue = (task: TaskLife) => {
  const [corrected = dueAtFirst(task)] = task.around.corrected;
  return corrected;
};

const BOTH = [UNITS.otherLead, UNITS.lead];
const leading = (...units: readonly string[]) =>
  units.map((unitId) => ({ unitId, role: 'lead' as const }));
const product = { productId: 'sp-1', title: 'Báo cáo' };

/** What an amendment asks for: by no twist a due date, otherwise one other thing. */
function amendedHow(twist: number, day: LocalDate | null) {
  const asks = [null, [], leading(UNITS.lead, UNITS.lead), null, leading(NOBODY), leading(...BOTH)];
  const products = twist === 3 ? [product, product] : twist === 6 ? [product] : null;
  const leads = twist === 1 ? null : (asks[twist] ?? null);
  const title = twist === 7 ? 'Xây dựng đề án' : null;
  return { dueOn: twist === 0 ? { to: day } : null, leads, products, title };
}

/** Moves by which the terms of the work change, mostly from above it. */
export const orderMoves = {
  /** By the twists to a flow that is not there, or retired, or with other states for the old ones. */
  migrate: (task, act, { flag, twist }) => {
    const id = flag ? 'two-level' : 'default';
    const { stateMap, isRetired } = movedHow(twist);
    const state = stateMap[task.state] ?? task.state;
    const refusal = first(
      !life.isJudge(act.actor) && 'ROLE_NOT_ALLOWED',
      twist !== 1 && task.flow === id && NOTHING_NEW,
      !life.isUnfinished(task) && 'TASK_HAS_ENDED',
      notMoving(twist, state === 'unitApproved' && id === 'default'),
      tooEarly(act, task.stepsFrom),
    );
    const to = twist === 1 ? { id, version: 7 } : { id, version: 2 };
    const move = foretold(ask('MigrateTask', { to, stateMap }), refusal, ['TaskMigrated'], () => {
      task.flow = id;
      task.state = state;
    });
    return isRetired
      ? { ...move, lookedUp: { target: { definition: FLOWS[id], isRetired } } }
      : move;
  },
  /** By the first twist the very day that is in force. */
  extend: (task, act, { twist, ...draw }) => {
    const day = twist === 1 ? (task.dueOn ?? draw.day) : draw.day;
    const refusal = first(
      anyTime(task, life.isDirecting(act.actor)),
      task.dueOn === null && 'DUE_DATE_MISSING',
      task.dueOn === day && NOTHING_NEW,
      task.dueOn !== null && day < task.dueOn && 'DUE_DATE_MUST_MOVE_LATER',
      life.isParty(task, act.actor) && 'GRANTOR_IS_PARTY',
    );
    return foretold(ask('ExtendDeadline', { dueOn: day }), refusal, ['DeadlineExtended'], () => {
      life.owe(task, act, day);
    });
  },
  wishExtension: (task, act, { productId: requestId, twist, ...draw }) => {
    const day = twist === 1 ? (task.dueOn ?? draw.day) : draw.day;
    const before = task.around.wishes.get(requestId);
    const isSame = before?.dueOn === day && before.on === act.on;
    const refusal = first(
      early(task, life.isOfLead(task, act.actor)),
      before !== undefined && (isSame ? NOTHING_NEW : 'ID_ALREADY_USED'),
      task.dueOn === null && 'DUE_DATE_MISSING',
      task.dueOn !== null && day <= task.dueOn && 'DUE_DATE_MUST_MOVE_LATER',
    );
    return foretold(
      ask('RequestExtension', { requestId, dueOn: day }),
      refusal,
      ['ExtensionRequested'],
      () => {
        task.around.wishes.set(requestId, { dueOn: day, on: act.on, decided: null });
      },
    );
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
    return foretold(
      ask('ExtendDeadline', { requestId, dueOn: to }),
      refusal,
      ['DeadlineExtended'],
      () => {
        if (wish !== undefined) wish.decided = 'granted';
        life.owe(task, act, to);
      },
    );
  },
  refuseWish: (task, act, { productId: requestId }) => {
    const wish = task.around.wishes.get(requestId);
    const refusal = first(
      anyTime(task, life.isDirecting(act.actor)),
      aboutWish(task, act, requestId),
      endedBefore(act.on, wish?.decided ?? null, 'EXTENSION_ALREADY_DECIDED'),
    );
    return foretold(ask('RefuseExtension', { requestId }), refusal, ['ExtensionRefused'], () => {
      if (wish !== undefined) wish.decided = act.on;
    });
  },
  nameSupervisor: (task, act, { flag, twist }) => {
    const leaderId = twist === 1 ? NOBODY : flag ? 'pho-giam-doc' : 'giam-doc';
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      leaderId === NOBODY && 'PERSON_NOT_FOUND',
      task.around.supervisor === leaderId && NOTHING_NEW,
    );
    return foretold(ask('NameSupervisor', { leaderId }), refusal, ['SupervisorNamed'], () => {
      task.around.supervisor = leaderId;
    });
  },
  confirmDelay: (task, act) => {
    const key = `delay ${act.on}`;
    const isDirector = act.actor.posts.some(
      ({ unitKind, post }) => unitKind === 'department' && post === 'head',
    );
    const refusal = first(evenAfter(task, isDirector), task.around.said.has(key) && NOTHING_NEW);
    const move = foretold(ask('ConfirmDelayCause'), refusal, ['DelayCauseConfirmed'], () => {
      task.around.said.add(key);
    });
    return { ...move, evenCarriedOver: true };
  },
  /** By the twists of an event that is not of the task, or sets no due date, or of the assignment as it was. */
  correctDue: (task, act, { day, flag, twist }) => {
    const now = flag ? day : null;
    const { agreedBy, lookedUp } = correctedHow(twist, task);
    const was = twist === 4 ? recordedDue(task) : task.dueOn;
    const refusal = first(
      evenAfter(task, life.isJudge(act.actor)),
      agreedBy === NOBODY && 'PERSON_NOT_FOUND',
      life.idsOf(act.actor).includes(agreedBy) && 'SECOND_PERSON_REQUIRED',
      twist === 1 && 'EVENT_NOT_OF_TASK',
      twist === 2 && 'EVENT_LACKS_FIELD',
      was === now && NOTHING_NEW,
    );
    const command = ask('CorrectTask', { field: 'dueOn', now, agreedBy });
    const move = foretold(command, refusal, ['TaskCorrected'], () => {
      // A day that another has replaced since is corrected for the record: the one in force stays.
      life.owe(task, act, task.dueOn === was ? now : task.dueOn);
      task.around.corrected = [now];
    });
    return { ...move, evenCarriedOver: true, lookedUp };
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
    const command = ask('CorrectTask', { field: 'completedOn', now });
    const move = foretold(command, refusal, ['TaskCorrected'], () => {
      task.completedOn = now;
    });
    return { ...move, evenCarriedOver: true };
  },
  /** By the twists nothing to change, units or products named twice, a unit nobody knows, other leads, other products, a title. */
  amend: (task, act, { day, flag, twist }) => {
    const asked = amendedHow(twist, flag ? day : null);
    const { dueOn, leads, products, title } = asked;
    const change = {
      dueOn: dueOn !== null && dueOn.to !== task.dueOn,
      leads: twist === 5 && (String(task.leadUnits) !== String(BOTH) || task.focalUnit !== null),
      products: twist === 6 && String([...task.products.keys()]) !== 'sp-1',
      title: title !== null && title !== task.around.title,
    };
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      twist === 1 && 'AMENDMENT_IS_EMPTY',
      twist === 4 && 'UNIT_NOT_FOUND',
      twist === 2 && 'UNIT_NAMED_TWICE',
      twist === 3 && 'PRODUCT_NAMED_TWICE',
      !Object.values(change).includes(true) && NOTHING_NEW,
    );
    const command = ask('AmendTask', { dueOn, leads, products, title });
    return foretold(command, refusal, ['TaskAmended'], () => {
      if (change.dueOn) life.owe(task, act, dueOn?.to ?? null);
      if (change.leads) life.lead(task, BOTH, null);
      if (change.products) life.owing(task, ['sp-1']);
      if (change.title) task.around.title = title ?? '';
    });
  },
  remindByTimer: struck('SendReminder'),
  escalate: struck('EscalateTask'),
} as const satisfies Record<string, MoveOf>;
