export {
  evaluations,
  type ComputedScore,
  type EvaluationRow,
  type FrozenAt,
  type Publication,
  type ScoreAdjustment,
} from './evaluations.projection';
export { getEvaluation, listEvaluations, type Evaluation } from './evaluations.queries';
