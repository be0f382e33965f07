import { ask } from './task.fixtures';
import type { LocalDate } from '@thidua/kernel';
import { NOBODY, UNITS } from './people';
import { paper } from './sample-work';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type MoveOf, type Refusal } from './task-life.move';
import {
  anyTime,
  atWork,
  dayPassed,
  endedBefore,
  evenAfter,
  first,
  tooEarly,
} from './task-life.refusals';

const asked = ({ around }: TaskLife) => [
  ...around.coordinating,
  ...[...around.requests.values()].map(({ unit }) => unit),
];
const coordinates = (task: TaskLife, { actor }: Act) =>
  life.unitsOf(actor).some((unit) => asked(task).includes(unit));

const aboutOpenObstacle = (task: TaskLife, act: Act, id: string) => {
  const obstacle = task.around.obstacles.get(id);
  return first(
    obstacle === undefined && 'OBSTACLE_NOT_FOUND',
    tooEarly(act, obstacle?.on),
    typeof obstacle?.resolvedOn === 'string' && 'OBSTACLE_ALREADY_RESOLVED',
  );
};

const saying = (task: TaskLife, ...words: readonly (string | null)[]) => {
  const key = words.join(' ');
  return {
    before: task.around.said.has(key) ? (NOTHING_NEW as Refusal) : null,
    note: () => {
      task.around.said.add(key);
    },
  };
};

/** What a direction says beside its words. */
function directionOf(twist: number, day: LocalDate) {
  const reason = 'Theo chỉ đạo tại giao ban';
  if (twist === 1) return { orders: { dueOn: { to: day }, reason }, document: null, actBy: null };
  if (twist === 2) return { orders: { dueOn: { to: day }, reason }, document: paper, actBy: null };
  const orders = twist === 3 ? { priority: 'high' as const, reason } : null;
  return { orders, document: null, actBy: twist === 4 ? day : null };
}

/** Moves beside the work: questions to other units, what stands in its way, and whom it waits for. */
export const aroundMoves = {
  /** By the first twist a unit nobody knows, by the second an answer due on the day drawn. */
  askCoordination: (task, act, { productId: requestId, flag, twist, day }) => {
    const unit = twist === 1 ? NOBODY : flag ? UNITS.coordinating : UNITS.lead;
    const answerDueOn = twist === 2 ? day : null;
    const before = task.around.requests.get(requestId);
    const isSame =
      before?.unit === unit && before.on === act.on && before.answerDueOn === answerDueOn;
    const asking = task.leadUnits.filter((lead) => life.unitsOf(act.actor).includes(lead));
    const refusal = first(
      anyTime(task, life.isOfLead(task, act.actor)),
      unit === NOBODY && 'UNIT_NOT_FOUND',
      before !== undefined && (isSame ? NOTHING_NEW : 'ID_ALREADY_USED'),
      asking.every((lead) => lead === unit) && 'COORDINATION_WITHIN_UNIT',
      dayPassed(act, answerDueOn),
    );
    const command = ask('AskCoordination', { requestId, unitId: unit, answerDueOn });
    return foretold(command, refusal, ['CoordinationAsked'], () => {
      task.around.requests.set(requestId, { unit, on: act.on, answerDueOn, answeredOn: null });
    });
  },
  answerCoordination: (task, act, { productId: requestId }) => {
    const request = task.around.requests.get(requestId);
    const isLeading = life.reportsForLead(task, act.actor);
    const isAsked = life.unitsOf(act.actor).includes(request?.unit ?? '');
    const refusal = first(
      anyTime(task, isLeading || coordinates(task, act)),
      request === undefined && 'COORDINATION_NOT_ASKED',
      !(isLeading || isAsked || life.isOffice(act.actor)) && 'ACTOR_NOT_IN_UNIT',
      tooEarly(act, request?.on),
      endedBefore(act.on, request?.answeredOn ?? null, 'COORDINATION_ALREADY_ANSWERED'),
    );
    return foretold(
      ask('AnswerCoordination', { requestId }),
      refusal,
      ['CoordinationAnswered'],
      () => {
        if (request !== undefined) request.answeredOn = act.on;
      },
    );
  },
  raiseObstacle: (task, act, { productId: obstacleId }) => {
    const [unit, second] = life.spokenFor(task, act.actor, [...task.leadUnits, ...asked(task)]);
    const before = task.around.obstacles.get(obstacleId);
    const isSame = before?.unit === unit && before?.on === act.on;
    const refusal = first(
      anyTime(task, life.isOfLead(task, act.actor) || coordinates(task, act)),
      second !== undefined && 'UNIT_MUST_BE_NAMED',
      before !== undefined && (isSame ? NOTHING_NEW : 'ID_ALREADY_USED'),
    );
    return foretold(ask('RaiseObstacle', { obstacleId }), refusal, ['ObstacleRaised'], () => {
      const obstacle = { unit: unit ?? '', on: act.on, resolvedOn: null };
      task.around.obstacles.set(obstacleId, obstacle);
    });
  },
  proposeSolution: (task, act, { productId: obstacleId }) => {
    const { before, note } = saying(task, 'proposed', obstacleId, act.on);
    const mayPropose = life.isOfLead(task, act.actor) || life.isOffice(act.actor);
    const about = aboutOpenObstacle(task, act, obstacleId);
    const refusal = first(anyTime(task, mayPropose), about, before);
    return foretold(ask('ProposeSolution', { obstacleId }), refusal, ['SolutionProposed'], note);
  },
  /** By the twists with an order to change the task, which needs its document, or with a day to act by. */
  direct: (task, act, { productId, flag, twist, day }) => {
    const obstacleId = flag ? productId : null;
    const { orders, document, actBy } = directionOf(twist, day);
    const words = [obstacleId, act.on, document && 'paper', actBy] as const;
    const { before, note } = saying(task, 'directed', ...words);
    const about = obstacleId !== null && aboutOpenObstacle(task, act, obstacleId);
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      about,
      dayPassed(act, actBy),
      before,
      twist === 1 && 'REQUIREMENT_MISSING',
    );
    const isAmended = twist === 2 && task.dueOn !== day;
    const isUrged = twist === 3 && task.around.priority !== 'high';
    const command = ask('GiveDirection', { obstacleId, orders, document, actBy });
    const events = [
      'DirectionGiven' as const,
      ...(isAmended ? (['TaskAmended'] as const) : []),
      ...(isUrged ? (['TaskPrioritised'] as const) : []),
    ];
    return foretold(command, refusal, events, () => {
      note();
      if (isAmended) life.owe(task, act, day);
      if (isUrged) task.around.priority = 'high';
    });
  },
  resolveObstacle: (task, act, { productId: obstacleId }) => {
    const obstacle = task.around.obstacles.get(obstacleId);
    const refusal = first(
      anyTime(task, life.isOfLead(task, act.actor) || life.isJudge(act.actor)),
      obstacle === undefined && 'OBSTACLE_NOT_FOUND',
      tooEarly(act, obstacle?.on),
      endedBefore(act.on, obstacle?.resolvedOn ?? null, 'OBSTACLE_ALREADY_RESOLVED'),
    );
    return foretold(ask('ResolveObstacle', { obstacleId }), refusal, ['ObstacleResolved'], () => {
      if (obstacle !== undefined) obstacle.resolvedOn = act.on;
    });
  },
  startWait: (task, act, { productId: waitId }) => {
    const before = task.around.waits.get(waitId);
    const refusal = first(
      atWork(task, life.isOfLead(task, act.actor) || life.isOffice(act.actor)),
      before !== undefined && (before.on === act.on ? NOTHING_NEW : 'ID_ALREADY_USED'),
    );
    return foretold(
      ask('StartAuthorityWait', { waitId }),
      refusal,
      ['AuthorityWaitStarted'],
      () => {
        task.around.waits.set(waitId, { on: act.on, endedOn: null, isConfirmed: false });
      },
    );
  },
  endWait: (task, act, { productId: waitId }) => {
    const wait = task.around.waits.get(waitId);
    const refusal = first(
      anyTime(task, life.reportsForLead(task, act.actor) || life.isOffice(act.actor)),
      wait === undefined && 'AUTHORITY_WAIT_NOT_FOUND',
      tooEarly(act, wait?.on),
      endedBefore(act.on, wait?.endedOn ?? null, 'AUTHORITY_WAIT_ALREADY_ENDED'),
    );
    return foretold(ask('EndAuthorityWait', { waitId }), refusal, ['AuthorityWaitEnded'], () => {
      if (wait !== undefined) wait.endedOn = act.on;
    });
  },
  confirmWait: (task, act, { productId: waitId }) => {
    const wait = task.around.waits.get(waitId);
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      wait === undefined && 'AUTHORITY_WAIT_NOT_FOUND',
      !life.mayJudge(task, act.actor, []) && 'GUARD_FAILED',
      tooEarly(act, wait?.on),
      wait?.isConfirmed === true && NOTHING_NEW,
    );
    return foretold(
      ask('ConfirmAuthorityWait', { waitId }),
      refusal,
      ['AuthorityWaitConfirmed'],
      () => {
        if (wait !== undefined) wait.isConfirmed = true;
      },
    );
  },
  submitUpward: (task, act) => {
    const { before, note } = saying(task, 'submitted', act.on);
    const refusal = first(atWork(task, life.reportsForLead(task, act.actor)), before);
    const events = [...life.beginning(task), 'SubmittedUpward'] as const;
    return foretold(ask('SubmitUpward'), refusal, events, () => {
      note();
      life.begin(task, act);
    });
  },
  recordIssue: (task, act) => {
    const { before, note } = saying(task, 'issued', act.on);
    const mayRecord = life.isOffice(act.actor) || life.isService(act.actor);
    return foretold(
      ask('RecordIssue'),
      first(evenAfter(task, mayRecord), before),
      ['IssuedByAuthority'],
      note,
    );
  },
  remindUnit: (task, act, { flag, twist, day }) => {
    const unitId = flag ? UNITS.lead : UNITS.otherLead;
    const answerDueOn = twist === 1 ? day : null;
    const { before, note } = saying(task, 'reminded', unitId, act.on, answerDueOn);
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      !task.leadUnits.includes(unitId) && 'UNIT_NOT_IN_TASK',
      dayPassed(act, answerDueOn),
      before,
    );
    const command = ask('RemindLeadUnit', { unitId, answerDueOn });
    return foretold(command, refusal, ['LeadUnitReminded'], note);
  },
} as const satisfies Record<string, MoveOf>;
