import type { StatePhase, WorkflowDefinition } from '../definition';
import { problem, type DefinitionProblem } from './definition.problems';

type Problems = readonly DefinitionProblem[];

const ENDED: readonly StatePhase[] = ['done', 'outside'];

/**
 * Whether states mean what the steps into them say. The indicators count by what was recorded, whatever the flow: a
 * verified result is done, a return is work again. A flow that said otherwise would be counted wrongly in silence.
 */
export const phaseProblems = (
  definition: WorkflowDefinition,
  phasesAfter: ReadonlyMap<string, readonly StatePhase[]>,
): Problems => [
  ...initialProblems(definition),
  ...finalProblems(definition),
  ...stepProblems(definition, phasesAfter),
];

/** A task is owed from its assignment; a wait is a step of its own. */
const initialProblems = ({ states, initial }: WorkflowDefinition): Problems =>
  states.some(({ name, phase }) => name === initial && phase !== 'open')
    ? [problem('INITIAL_NOT_OPEN', 'initial', initial)]
    : [];

const finalProblems = ({ states }: WorkflowDefinition): Problems =>
  states.flatMap(({ name, phase, final }, index) =>
    final === ENDED.includes(phase) ? [] : [problem('FINAL_NOT_ENDED', `states[${index}]`, name)],
  );

const stepProblems = (
  { states, transitions }: WorkflowDefinition,
  phasesAfter: ReadonlyMap<string, readonly StatePhase[]>,
): Problems =>
  transitions.flatMap(({ command, to }, index) => {
    const allowed = phasesAfter.get(command);
    const state = states.find(({ name }) => name === to);
    if (allowed === undefined || state === undefined || allowed.includes(state.phase)) return [];
    return [
      problem('WRONG_PHASE', `transitions[${index}].to`, `${command} > ${allowed.join(' | ')}`),
    ];
  });
