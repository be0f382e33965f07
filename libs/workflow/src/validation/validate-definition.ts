import {
  GUARDS,
  REQUIREMENTS,
  ROLES,
  STATE_PHASES,
  type Label,
  type StatePhase,
  type TransitionDefinition,
  type WorkflowDefinition,
} from '../definition';
import { problem, type DefinitionProblem, type DefinitionProblemCode } from './definition.problems';
import { reachableFrom } from '../reachability';
import { phaseProblems } from './validate-phases';
import { timerProblems } from './validate-timers';

/** The commands a definition may name: those that move a task from state to state, and those that only record facts. */
export interface KnownCommands {
  readonly transitions: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** Phases of the states a command may lead to; a command that is not listed may lead anywhere. */
  readonly phasesAfter: ReadonlyMap<string, readonly StatePhase[]>;
}

type Problems = readonly DefinitionProblem[];

/**
 * Everything wrong with a definition, in the order of its parts; empty when it can be used. A final state may be left
 * only by reopening: with a reason, and back to a state that is not final.
 */
export const validateDefinition = (
  definition: WorkflowDefinition,
  commands: KnownCommands,
): Problems => [
  ...labelProblem(definition.label, 'label', definition.id),
  ...dayProblems(definition.reportDueDay),
  ...stateProblems(definition),
  ...definition.transitions.flatMap((transition, index) =>
    transitionProblems(definition, transition, { place: `transitions[${index}]`, commands }),
  ),
  ...twiceNamed(definition.transitions, 'transitions'),
  ...ambiguousTransitions(definition),
  ...factProblems(definition, commands),
  ...twiceNamed(definition.timers, 'timers'),
  ...definition.timers.flatMap(({ label, name }, index) =>
    labelProblem(label, `timers[${index}].label`, name),
  ),
  ...timerProblems(definition),
  ...phaseProblems(definition, commands.phasesAfter),
  ...pathProblems(definition),
];

const labelProblem = ({ vi, en }: Label, place: string, name: string): Problems =>
  vi.trim() === '' || en.trim() === '' ? [problem('MISSING_LABEL', place, name)] : [];

const dayProblems = (day: number): Problems =>
  Number.isInteger(day) && day >= 1 && day <= 31
    ? []
    : [problem('NO_SUCH_DAY', 'reportDueDay', day)];

/** Definitions arrive as data, so the closed lists are checked and not only typed. */
const unknownNames = (
  names: readonly string[],
  known: { readonly in: readonly string[]; readonly code: DefinitionProblemCode },
  place: string,
): Problems =>
  names.flatMap((name, index) =>
    known.in.includes(name) ? [] : [problem(known.code, `${place}[${index}]`, name)],
  );

const twiceNamed = (named: readonly { readonly name: string }[], place: string): Problems =>
  named.flatMap(({ name }, index) =>
    named.findIndex((other) => other.name === name) === index
      ? []
      : [problem('NAME_USED_TWICE', `${place}[${index}].name`, name)],
  );

function stateProblems({ states, initial }: WorkflowDefinition): Problems {
  const initialKnown = states.some(({ name }) => name === initial);
  return [
    ...(initialKnown ? [] : [problem('UNKNOWN_STATE', 'initial', initial)]),
    ...twiceNamed(states, 'states'),
    ...states.flatMap(({ name, label, phase }, index) => [
      ...labelProblem(label, `states[${index}].label`, name),
      ...(STATE_PHASES.includes(phase)
        ? []
        : [problem('UNKNOWN_PHASE', `states[${index}].phase`, phase)]),
    ]),
  ];
}

function transitionProblems(
  { states }: WorkflowDefinition,
  transition: TransitionDefinition,
  { place, commands }: { readonly place: string; readonly commands: KnownCommands },
): Problems {
  const { name, command, from, to, by, requires, guards, label } = transition;
  const known = { in: states.map((state) => state.name), code: 'UNKNOWN_STATE' } as const;
  return [
    ...labelProblem(label, `${place}.label`, name),
    ...(commands.transitions.has(command)
      ? []
      : [problem('UNKNOWN_COMMAND', `${place}.command`, command)]),
    ...(from.length === 0 ? [problem('NOWHERE_POSSIBLE', `${place}.from`, name)] : []),
    ...unknownNames(from, known, `${place}.from`),
    ...(known.in.includes(to) ? [] : [problem('UNKNOWN_STATE', `${place}.to`, to)]),
    ...(by.length === 0 ? [problem('NOBODY_MAY', `${place}.by`, name)] : []),
    ...unknownNames(by, { in: ROLES, code: 'UNKNOWN_ROLE' }, `${place}.by`),
    ...unknownNames(
      requires,
      { in: REQUIREMENTS, code: 'UNKNOWN_REQUIREMENT' },
      `${place}.requires`,
    ),
    ...unknownNames(guards, { in: GUARDS, code: 'UNKNOWN_GUARD' }, `${place}.guards`),
    ...finalStateProblems(states, transition, place),
  ];
}

function finalStateProblems(
  states: WorkflowDefinition['states'],
  { name, from, to, requires }: TransitionDefinition,
  place: string,
): Problems {
  const finals = states.filter(({ final }) => final).map((state) => state.name);
  if (!from.some((state) => finals.includes(state))) return [];
  const reopens = requires.includes('reason') && !finals.includes(to);
  return reopens ? [] : [problem('FINAL_STATE_LEFT', place, name)];
}

function ambiguousTransitions({ transitions }: WorkflowDefinition): Problems {
  const seen = new Set<string>();
  return transitions.flatMap(({ command, from }, index) =>
    from.flatMap((state) => {
      const key = `${command} @ ${state}`;
      if (seen.has(key)) return [problem('TWO_TRANSITIONS', `transitions[${index}]`, key)];
      seen.add(key);
      return [];
    }),
  );
}

const factProblems = ({ facts }: WorkflowDefinition, commands: KnownCommands): Problems =>
  facts.flatMap(({ command, phases, by }, index) => {
    const place = `facts[${index}]`;
    return [
      ...(commands.facts.has(command)
        ? []
        : [problem('UNKNOWN_COMMAND', `${place}.command`, command)]),
      ...(phases.length === 0 ? [problem('NOWHERE_POSSIBLE', `${place}.phases`, command)] : []),
      ...unknownNames(phases, { in: STATE_PHASES, code: 'UNKNOWN_PHASE' }, `${place}.phases`),
      ...(by.length === 0 ? [problem('NOBODY_MAY', `${place}.by`, command)] : []),
      ...unknownNames(by, { in: ROLES, code: 'UNKNOWN_ROLE' }, `${place}.by`),
    ];
  });

/** Ways lead from the initial state to every state, and from every state to a final one. */
function pathProblems(definition: WorkflowDefinition): Problems {
  const { states, initial } = definition;
  const reached = reachableFrom(definition, [initial]);
  const finals = states.filter(({ final }) => final).map(({ name }) => name);
  return states.flatMap(({ name }, index) => {
    const ahead = reachableFrom(definition, [name]);
    return [
      ...(reached.has(name) ? [] : [problem('UNREACHABLE_STATE', `states[${index}]`, name)]),
      ...(finals.some((final) => ahead.has(final))
        ? []
        : [problem('DEAD_END', `states[${index}]`, name)]),
    ];
  });
}
