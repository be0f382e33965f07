export {
  evaluations,
  type CycleEvent,
  type EvaluationRow,
  type ScoreAdjustment,
} from './evaluations.projection';
export { getEvaluation, listEvaluations, type Evaluation } from './evaluations.queries';
