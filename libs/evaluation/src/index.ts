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
export {
  catalogueCommands,
  catalogueDecider,
  catalogueRejections,
  coefficientOn,
  type CatalogueState,
} from './catalogue/catalogue.decider';
export * from './catalogue/catalogue.events';
export * from './marks/marks.commands';
export { marksDecider, type MarksContext } from './marks/marks.decider';
export * from './marks/marks.events';
export { marksRejections } from './marks/marks.rejections';
export { entriesOf, type MarksFacts, type MarksState } from './marks/marks.state';
export * from './criteria/criteria.commands';
export { criteriaDecider, type CriteriaContext } from './criteria/criteria.decider';
export * from './criteria/criteria.events';
export { criteriaRejections } from './criteria/criteria.rejections';
export type { CriteriaSheet, CriterionState } from './criteria/criteria.state';
export * from './unit-marks/unit-marks.commands';
export { unitMarksDecider, type UnitMarksContext } from './unit-marks/unit-marks.decider';
export * from './unit-marks/unit-marks.events';
export { unitMarksRejections } from './unit-marks/unit-marks.rejections';
export { openPartOf, SCORE_CATEGORIES } from './reading/open-part';
export {
  readsAllScores,
  requireScoreReader,
  scoreReadingRejections,
  type ScoreScope,
} from './reading/score-reading';
