import { invariant } from '@thidua/kernel';
import type {
  FactDefinition,
  Guard,
  Requirement,
  Role,
  StateDefinition,
  StatePhase,
  TransitionDefinition,
  WorkflowDefinition,
} from './definition';
import type { FlowRefusal } from './flow.rejections';
import {
  guardFailed,
  factNotAllowed,
  requirementMissing,
  roleNotAllowed,
  transitionNotAllowed,
} from './refuse';

/** What the interpreter must know of a command, and nothing of what the command is about. */
export interface TransitionRequest {
  readonly state: string;
  readonly command: string;
  readonly roles: ReadonlySet<Role>;
  /** Which required things came with the command. */
  readonly given: ReadonlySet<Requirement>;
  /** Answers a guard by name; asked only for the guards of the transition. */
  readonly guards: (guard: Guard) => boolean;
}

export type FactRequest = Pick<TransitionRequest, 'state' | 'command' | 'roles'>;

export type TransitionAnswer =
  { readonly transition: TransitionDefinition } | { readonly refusal: FlowRefusal };

export type FactAnswer = { readonly fact: FactDefinition } | { readonly refusal: FlowRefusal };

/** @throws when the definition has no such state: a task pinned to it can only be in one of its states. */
export function stateOf(definition: WorkflowDefinition, name: string): StateDefinition {
  const state = definition.states.find((candidate) => candidate.name === name);
  invariant(state, `flow ${definition.id} version ${definition.version} has a state ${name}`);
  return state;
}

export const phaseOf = (definition: WorkflowDefinition, state: string): StatePhase =>
  stateOf(definition, state).phase;

/** The transition a command asks for in a state, whoever gives it; null when there is none. */
export const findTransition = (
  definition: WorkflowDefinition,
  state: string,
  command: string,
): TransitionDefinition | null =>
  definition.transitions.find(
    (transition) => transition.command === command && transition.from.includes(state),
  ) ?? null;

const holdsOneOf = (roles: ReadonlySet<Role>, allowed: readonly Role[]): boolean =>
  allowed.some((role) => roles.has(role));

/**
 * Whether a command moves the task on, and along which transition. Refusals are tried in the order in which a person
 * can do something about them: the state, the role, what must come with the command, then the guards.
 */
export function takeTransition(
  definition: WorkflowDefinition,
  request: TransitionRequest,
): TransitionAnswer {
  const { command, roles, given, guards } = request;
  const state = stateOf(definition, request.state);
  const transition = findTransition(definition, request.state, command);
  if (transition === null) {
    const ways = definition.transitions.filter(({ from }) => from.includes(state.name));
    return { refusal: transitionNotAllowed(command, state, ways) };
  }
  if (!holdsOneOf(roles, transition.by)) {
    return { refusal: roleNotAllowed(command, transition.by) };
  }
  const missing = transition.requires.find((requirement) => !given.has(requirement));
  if (missing !== undefined) return { refusal: requirementMissing(command, missing) };
  const failed = transition.guards.find((guard) => !guards(guard));
  return failed === undefined ? { transition } : { refusal: guardFailed(command, failed) };
}

/** Whether a fact that changes no state may be recorded now. Several entries of one command are alternatives. */
export function mayRecordFact(definition: WorkflowDefinition, request: FactRequest): FactAnswer {
  const { command, roles } = request;
  const state = stateOf(definition, request.state);
  const entries = definition.facts.filter((fact) => fact.command === command);
  const now = entries.filter(({ phases }) => phases.includes(state.phase));
  if (now.length === 0) {
    const phases = [...new Set(entries.flatMap((fact) => fact.phases))];
    return { refusal: factNotAllowed(command, state, phases) };
  }
  const fact = now.find(({ by }) => holdsOneOf(roles, by));
  if (fact !== undefined) return { fact };
  return { refusal: roleNotAllowed(command, [...new Set(now.flatMap(({ by }) => by))]) };
}

/** Commands somebody in these roles may try in the state, transitions first; requirements and guards are not asked. */
export function availableCommands(
  definition: WorkflowDefinition,
  state: string,
  roles: ReadonlySet<Role>,
): readonly string[] {
  const phase = phaseOf(definition, state);
  const steps = definition.transitions.filter(
    ({ from, by }) => from.includes(state) && holdsOneOf(roles, by),
  );
  const facts = definition.facts.filter(
    ({ phases, by }) => phases.includes(phase) && holdsOneOf(roles, by),
  );
  return [...new Set([...steps, ...facts].map(({ command }) => command))];
}
