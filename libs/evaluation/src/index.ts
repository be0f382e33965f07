export * from './evaluation-roles';
export * from './evaluation.commands';
export { evaluationDecider } from './evaluation.decider';
export * from './evaluation.events';
export { evaluationRejections } from './evaluation.rejections';
export type {
  ComputedScore,
  Evaluation,
  EvaluationState,
  FrozenAt,
  Publication,
  ScoreAdjustment,
  Supersession,
} from './evaluation.state';
