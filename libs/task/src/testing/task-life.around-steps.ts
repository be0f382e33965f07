import { ask } from './task.fixtures';
import { UNITS } from './people';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type MoveOf } from './task-life.move';
import { anyTime, atWork, endedBefore, evenAfter, first, tooEarly } from './task-life.refusals';

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
    before: task.around.said.has(key) && NOTHING_NEW,
    note: () => {
      task.around.said.add(key);
    },
  };
};

/** Moves beside the work: questions to other units, what stands in its way, and whom it waits for. */
export const aroundMoves = {
  askCoordination: (task, act, { productId: requestId, flag }) => {
    const unit = flag ? UNITS.coordinating : UNITS.lead;
    const before = task.around.requests.get(requestId);
    const isSame = before?.unit === unit && before.on === act.on;
    const asking = task.leadUnits.filter((lead) => life.unitsOf(act.actor).includes(lead));
    const refusal = first(
      anyTime(task, life.isOfLead(task, act.actor)),
      before !== undefined && (isSame ? NOTHING_NEW : 'ID_ALREADY_USED'),
      asking.every((lead) => lead === unit) && 'COORDINATION_WITHIN_UNIT',
    );
    return foretold(ask('AskCoordination', { requestId, unitId: unit }), refusal, () => {
      task.around.requests.set(requestId, { unit, on: act.on, answeredOn: null });
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
    return foretold(ask('AnswerCoordination', { requestId }), refusal, () => {
      if (request !== undefined) request.answeredOn = act.on;
    });
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
    return foretold(ask('RaiseObstacle', { obstacleId }), refusal, () => {
      const obstacle = { unit: unit ?? '', on: act.on, resolvedOn: null };
      task.around.obstacles.set(obstacleId, obstacle);
    });
  },
  proposeSolution: (task, act, { productId: obstacleId }) => {
    const { before, note } = saying(task, 'proposed', obstacleId, act.on);
    const mayPropose = life.isOfLead(task, act.actor) || life.isOffice(act.actor);
    const about = aboutOpenObstacle(task, act, obstacleId);
    const refusal = first(anyTime(task, mayPropose), about, before);
    return foretold(ask('ProposeSolution', { obstacleId }), refusal, note);
  },
  direct: (task, act, { productId, flag }) => {
    const obstacleId = flag ? productId : null;
    const { before, note } = saying(task, 'directed', obstacleId, act.on);
    const about = obstacleId !== null && aboutOpenObstacle(task, act, obstacleId);
    const refusal = first(anyTime(task, life.isJudge(act.actor)), about, before);
    return foretold(ask('GiveDirection', { obstacleId }), refusal, note);
  },
  resolveObstacle: (task, act, { productId: obstacleId }) => {
    const obstacle = task.around.obstacles.get(obstacleId);
    const refusal = first(
      anyTime(task, life.isOfLead(task, act.actor) || life.isJudge(act.actor)),
      obstacle === undefined && 'OBSTACLE_NOT_FOUND',
      tooEarly(act, obstacle?.on),
      endedBefore(act.on, obstacle?.resolvedOn ?? null, 'OBSTACLE_ALREADY_RESOLVED'),
    );
    return foretold(ask('ResolveObstacle', { obstacleId }), refusal, () => {
      if (obstacle !== undefined) obstacle.resolvedOn = act.on;
    });
  },
  startWait: (task, act, { productId: waitId }) => {
    const before = task.around.waits.get(waitId);
    const refusal = first(
      atWork(task, life.isOfLead(task, act.actor) || life.isOffice(act.actor)),
      before !== undefined && (before.on === act.on ? NOTHING_NEW : 'ID_ALREADY_USED'),
    );
    return foretold(ask('StartAuthorityWait', { waitId }), refusal, () => {
      task.around.waits.set(waitId, { on: act.on, endedOn: null, isConfirmed: false });
    });
  },
  endWait: (task, act, { productId: waitId }) => {
    const wait = task.around.waits.get(waitId);
    const refusal = first(
      anyTime(task, life.reportsForLead(task, act.actor) || life.isOffice(act.actor)),
      wait === undefined && 'AUTHORITY_WAIT_NOT_FOUND',
      tooEarly(act, wait?.on),
      endedBefore(act.on, wait?.endedOn ?? null, 'AUTHORITY_WAIT_ALREADY_ENDED'),
    );
    return foretold(ask('EndAuthorityWait', { waitId }), refusal, () => {
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
    return foretold(ask('ConfirmAuthorityWait', { waitId }), refusal, () => {
      if (wait !== undefined) wait.isConfirmed = true;
    });
  },
  submitUpward: (task, act) => {
    const { before, note } = saying(task, 'submitted', act.on);
    const refusal = first(atWork(task, life.reportsForLead(task, act.actor)), before);
    return foretold(ask('SubmitUpward'), refusal, () => {
      note();
      life.begin(task);
    });
  },
  recordIssue: (task, act) => {
    const { before, note } = saying(task, 'issued', act.on);
    const mayRecord = life.isOffice(act.actor) || life.isService(act.actor);
    return foretold(ask('RecordIssue'), first(evenAfter(task, mayRecord), before), note);
  },
  remindUnit: (task, act, { flag }) => {
    const unitId = flag ? UNITS.lead : UNITS.otherLead;
    const { before, note } = saying(task, 'reminded', unitId, act.on);
    const isLead = task.leadUnits.includes(unitId);
    const mayRemind = anyTime(task, life.isJudge(act.actor));
    const refusal = first(mayRemind, !isLead && 'UNIT_NOT_IN_TASK', before);
    return foretold(ask('RemindLeadUnit', { unitId }), refusal, note);
  },
} as const satisfies Record<string, MoveOf>;
