export { drawCycle } from './cycle/draw-cycle';
export type { AppealDays, EvaluationContext, Subject } from './cycle/evaluation-context';
export * from './cycle/evaluation-roles';
export * from './cycle/evaluation.commands';
export { evaluationDecider } from './cycle/evaluation.decider';
export * from './cycle/evaluation.events';
export { evaluationRejections, rejectEvaluation } from './cycle/evaluation.rejections';
export type {
  Appeal,
  Evaluation,
  EvaluationFacts,
  EvaluationState,
} from './cycle/evaluation.state';
export {
  STATUSES,
  STATUS_LABELS,
  STEPS,
  type EvaluationStatus,
  type Step,
  type StepName,
  type StepRole,
} from './cycle/steps';
