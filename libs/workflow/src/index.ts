export * from './definition';
export type { DefinitionProblem, DefinitionProblemCode } from './validation/definition.problems';
export { counterpartOf, type Counterpart, type FlowChange } from './counterpart';
export { definitionSchema } from './definition.schema';
export { readDefinition, type DefinitionReading } from './validation/read-definition';
export { defaultFlow, defaultFlowV2 } from './definitions/default-flow';
export { definitions, findDefinition } from './definitions/find-definition';
export { reportSeries } from './definitions/report-series';
export { twoLevelFlow, twoLevelFlowV2 } from './definitions/two-level-flow';
export { drawDefinition } from './drawing/draw-definition';
export { drawDefinitionSvg } from './drawing/draw-definition-svg';
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
export { sameData } from './same-data';
export { workflowCommands, type WorkflowCommand } from './publication/workflow.commands';
export { workflowDecider, type WorkflowContext } from './publication/workflow.decider';
export { workflowEvents, type WorkflowEvent } from './publication/workflow.events';
export { rejectWorkflow, workflowRejections } from './publication/workflow.rejections';
export { versionsOf, type WorkflowState } from './publication/workflow.state';
export {
  definitionBook,
  type DefinitionBook,
  type KnownWorkflow,
} from './publication/definition-book';
export { parseWorkflowName, type WorkflowName } from './publication/workflow-name';
export { timerChanges, type TimerChanges } from './timer-changes';
export { guardFailed, requirementMissing, roleNotAllowed, transitionNotAllowed } from './refuse';
