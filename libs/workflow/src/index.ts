export * from './definition';
export type { DefinitionProblem, DefinitionProblemCode } from './validation/definition.problems';
export { counterpartOf, type Counterpart, type FlowChange } from './counterpart';
export { definitionSchema } from './definition.schema';
export { readDefinition, type DefinitionReading } from './validation/read-definition';
export { defaultFlow, defaultFlowV2 } from './definitions/default-flow';
export { definitions, findDefinition } from './definitions/find-definition';
export { twoLevelFlow } from './definitions/two-level-flow';
export { drawDefinition } from './drawing/draw-definition';
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
export { validateDefinition, type KnownCommands } from './validation/validate-definition';
export * from './timers';
export { guardFailed, roleNotAllowed, transitionNotAllowed } from './refuse';
