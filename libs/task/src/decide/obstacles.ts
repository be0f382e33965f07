import { requirementMissing } from '@thidua/workflow';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { Obstacle } from '../task.state';
import { once, requireDayFrom, requireNotBefore } from '../rules/checks';
import { amendment } from './amendments';
import type { Decisions } from './decisions';
import { refuseByFlow } from '../rules/refuse-by-flow';
import { leadUnitIds, speakingUnit } from '../rules/speaking-unit';

function requireObstacle({ task, context }: Acting, obstacleId: string): Obstacle {
  const obstacle = task.obstacles.find(({ raised }) => raised.obstacleId === obstacleId);
  if (obstacle === undefined) return reject('OBSTACLE_NOT_FOUND', { obstacleId });
  requireNotBefore(context, obstacle.raised.raisedOn);
  return obstacle;
}

function requireOpenObstacle(acting: Acting, obstacleId: string): void {
  const { resolved } = requireObstacle(acting, obstacleId);
  if (resolved !== null) {
    reject('OBSTACLE_ALREADY_RESOLVED', { obstacleId, resolvedOn: resolved.resolvedOn });
  }
}

function raiseObstacle(data: Asked<'RaiseObstacle'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const asked = task.coordination.map((request) => request.asked.unitId);
  const among = [...leadUnitIds(acting), ...task.coordinatingUnitIds, ...asked];
  const raised: TaskFacts<'ObstacleRaised'> = {
    taskId: task.taskId,
    ...data,
    unitId: speakingUnit(acting, { named: data.unitId, among }),
    raisedOn: context.on,
  };
  const earlier = task.obstacles.find((other) => other.raised.obstacleId === data.obstacleId);
  if (earlier === undefined) return [{ type: 'ObstacleRaised', data: raised }];
  return sameFacts(earlier.raised, raised)
    ? []
    : reject('ID_ALREADY_USED', { field: 'obstacleId', id: data.obstacleId });
}

function proposeSolution(data: Asked<'ProposeSolution'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  requireOpenObstacle(acting, data.obstacleId);
  return once(task, {
    type: 'SolutionProposed',
    data: { taskId: task.taskId, ...data, proposedOn: context.on },
  });
}

/** What the direction orders becomes binding with it, by the same events as an order from elsewhere. */
function carriedOut(acting: Acting, data: Asked<'GiveDirection'>): readonly TaskEvent[] {
  const { task, context } = acting;
  const { orders, document } = data;
  if (orders === null) return [];
  const { leads, dueOn, priority, reason } = orders;
  const changes = { title: null, dueOn, leads, products: null };
  if ((leads !== null || dueOn !== null) && document === null) {
    return refuseByFlow(requirementMissing('GiveDirection', 'document'));
  }
  const amended =
    document === null ? [] : amendment(acting, changes, { reason, authority: document });
  if (priority === null || priority === task.priority) return amended;
  const { taskId } = task;
  const setOn = context.on;
  return [...amended, { type: 'TaskPrioritised', data: { taskId, priority, reason, setOn } }];
}

function giveDirection(data: Asked<'GiveDirection'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  if (data.obstacleId !== null) requireOpenObstacle(acting, data.obstacleId);
  requireDayFrom(data.actBy, 'actBy', context.on);
  const { orders: _carriedOut, ...direction } = data;
  const given = once(task, {
    type: 'DirectionGiven',
    data: { taskId: task.taskId, ...direction, givenOn: context.on },
  });
  return given.length === 0 ? [] : [...given, ...carriedOut(acting, data)];
}

function resolveObstacle(data: Asked<'ResolveObstacle'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { obstacleId } = data;
  const { resolved } = requireObstacle(acting, obstacleId);
  const facts = { taskId: task.taskId, ...data, resolvedOn: context.on };
  if (resolved === null) return [{ type: 'ObstacleResolved', data: facts }];
  const { resolvedOn } = resolved;
  return sameFacts(resolved, facts)
    ? []
    : reject('OBSTACLE_ALREADY_RESOLVED', { obstacleId, resolvedOn });
}

/** Several authorities may be waited for at once, so a wait is known by its id and not by being the only one. */
function startWait(data: Asked<'StartAuthorityWait'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const started = { taskId: task.taskId, ...data, fromOn: context.on };
  const earlier = task.waits.find((wait) => wait.started.waitId === data.waitId);
  if (earlier === undefined) return [{ type: 'AuthorityWaitStarted', data: started }];
  return sameFacts(earlier.started, started)
    ? []
    : reject('ID_ALREADY_USED', { field: 'waitId', id: data.waitId });
}

function endWait(data: Asked<'EndAuthorityWait'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { waitId } = data;
  const wait = task.waits.find(({ started }) => started.waitId === waitId);
  if (wait === undefined) return reject('AUTHORITY_WAIT_NOT_FOUND', { waitId });
  requireNotBefore(context, wait.started.fromOn);
  const ended = { taskId: task.taskId, ...data, untilOn: context.on };
  if (wait.ended === null) return [{ type: 'AuthorityWaitEnded', data: ended }];
  const { untilOn } = wait.ended;
  return sameFacts(wait.ended, ended)
    ? []
    : reject('AUTHORITY_WAIT_ALREADY_ENDED', { waitId, untilOn });
}

export const obstacleDecisions: Decisions<
  | 'RaiseObstacle'
  | 'ProposeSolution'
  | 'GiveDirection'
  | 'ResolveObstacle'
  | 'StartAuthorityWait'
  | 'EndAuthorityWait'
> = {
  RaiseObstacle: raiseObstacle,
  ProposeSolution: proposeSolution,
  GiveDirection: giveDirection,
  ResolveObstacle: resolveObstacle,
  StartAuthorityWait: startWait,
  EndAuthorityWait: endWait,
};
