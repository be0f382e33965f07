import { ROLES, type WorkflowDefinition } from '../definition';
import type { TimerDefinition } from '../timers';
import { problem, type DefinitionProblem } from './definition.problems';

type Problems = readonly DefinitionProblem[];

/** Whether each timer has something to count from, a day of its own, and somebody to tell. */
export const timerProblems = ({ states, timers }: WorkflowDefinition): Problems =>
  timers.flatMap((timer, index) => {
    const place = `timers[${index}]`;
    return [
      ...startProblems(timer, states, place),
      ...(timer.to.length === 0 ? [problem('NOBODY_TOLD', `${place}.to`, timer.name)] : []),
      ...timer.to.flatMap((role, rung) => ladderProblems(role, `${place}.to[${rung}]`)),
    ];
  });

function startProblems(
  { name, on, before, after }: TimerDefinition,
  states: WorkflowDefinition['states'],
  place: string,
): Problems {
  const isOneSided = (before === undefined) !== (after === undefined);
  const sides = isOneSided ? [] : [problem('BEFORE_OR_AFTER', place, name)];
  if (!('state' in on)) return sides;
  const state = states.find((candidate) => candidate.name === on.state);
  if (state === undefined)
    return [...sides, problem('UNKNOWN_STATE', `${place}.on.state`, on.state)];
  return [
    ...sides,
    ...(before === undefined ? [] : [problem('BEFORE_A_STATE', `${place}.before`, name)]),
    ...(state.final ? [problem('TIMER_ON_FINAL_STATE', `${place}.on.state`, on.state)] : []),
  ];
}

/** A service is no one who could be told. */
const ladderProblems = (role: TimerDefinition['to'][number], place: string): Problems =>
  ROLES.includes(role) && role !== 'service' ? [] : [problem('UNKNOWN_ROLE', place, role)];
