export * from './definition';
export type { DefinitionProblem, DefinitionProblemCode } from './definition.problems';
export { defaultFlow } from './definitions/default-flow';
export { definitions, findDefinition } from './definitions/find-definition';
export { twoLevelFlow } from './definitions/two-level-flow';
export { drawDefinition } from './draw-definition';
export { flowRejections, type FlowRefusal } from './flow.rejections';
export {
  availableCommands,
  findTransition,
  mayRecordFact,
  phaseOf,
  stateOf,
  takeTransition,
  type FactAnswer,
  type FactRequest,
  type TransitionAnswer,
  type TransitionRequest,
} from './interpreter';
export { GUARD_LABELS, PHASE_LABELS, REQUIREMENT_LABELS, ROLE_LABELS } from './labels';
export { mayBecomePossible } from './reachability';
export { validateDefinition, type KnownCommands } from './validate-definition';
export { guardFailed, requirementMissing, roleNotAllowed, transitionNotAllowed } from './refuse';
