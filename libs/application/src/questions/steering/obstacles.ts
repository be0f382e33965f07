import { daysBetween } from '@thidua/kernel';
import type { TaskFile } from '../frame/question';
import { taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';

/** Event types an obstacle's story is made of. */
export const OBSTACLE_EVENTS = [
  'ObstacleRaised',
  'SolutionProposed',
  'DirectionGiven',
  'ObstacleResolved',
] as const;

/** The obstacles of a task, each with its proposals, its directions and whether it still stands. */
export const obstaclesOf = ({ outcome, told }: TaskFile) =>
  pick(told, 'ObstacleRaised').map((raised) => {
    const { obstacleId, unitId, kind, text } = raised.data;
    const later = pick(told, 'SolutionProposed', 'DirectionGiven', 'ObstacleResolved').filter(
      ({ data }) => data.obstacleId === obstacleId,
    );
    const proposals = pick(later, 'SolutionProposed');
    const directions = pick(later, 'DirectionGiven');
    const resolved = pick(later, 'ObstacleResolved').at(-1);
    const first = directions[0];
    return {
      ...taskOf(outcome),
      unitId,
      kind,
      text,
      raisedOn: raised.on,
      proposals: proposals.map(({ data }) => data.text),
      directions: directions.map(({ data }) => data.text),
      directedOn: first?.on ?? null,
      daysToDirection: first === undefined ? null : daysBetween(raised.on, first.on),
      resolvedOn: resolved?.on ?? null,
      eventIds: [raised.eventId, ...later.map(({ eventId }) => eventId)],
    };
  });

export const OBSTACLE_KINDS: Readonly<Record<string, string>> = {
  law: 'quy định',
  money: 'kinh phí',
  'outside-body': 'cơ quan ngoài',
  people: 'nhân lực',
  other: 'khác',
};
