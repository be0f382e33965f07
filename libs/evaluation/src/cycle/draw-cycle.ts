import { evaluationCommands } from './evaluation.commands';
import { STATUSES, STATUS_LABELS, STEPS, type StepName } from './steps';

const NAMES = Object.keys(STEPS) as readonly StepName[];

/** The cycle as a Mermaid state diagram: the steps that lead from one status to another. */
export function drawCycle(): string {
  const states = STATUSES.map((status) => `  state "${STATUS_LABELS[status]}" as ${status}`);
  const arrows = NAMES.flatMap((name) => {
    const { from, to } = STEPS[name];
    if (to === null) return [];
    return from.map((status) => `  ${status} --> ${to} : ${evaluationCommands[name].vi}`);
  });
  const ends = ['  [*] --> opened', '  published --> [*]', '  superseded --> [*]'];
  return ['stateDiagram-v2', ...states, ...ends.slice(0, 1), ...arrows, ...ends.slice(1)].join(
    '\n',
  );
}
