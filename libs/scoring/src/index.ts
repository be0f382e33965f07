export type { Label } from './label';
export { MEASURES, type MeasureName } from './measures/measure-names';
export { measureUnit } from './measures/measure-unit';
export { unitTasksOf } from './measures/unit-tasks';
export type {
  Because,
  Measure,
  MeasuredUnit,
  MeasureEntry,
  UnitFacts,
} from './measures/unit-facts';
export type { Points } from './points';
export { ruleSetSchema, type LegalBasis, type RuleItem, type RuleSet } from './rule-set';
export { unitTaskResultsV1 } from './rule-sets/unit-task-results.v1';
export { explainLine, explainScore, type Explanation } from './score/explain';
export type { ScoreEntry, ScoreLine, ScoreStatus } from './score/score-line';
export {
  scoreSheet,
  type ScoreSheet,
  type ScoreSheetInput,
  type SheetGroup,
  type SheetRank,
  type Unranked,
} from './score/score-sheet';
export { scoreUnit, type UnitScore } from './score/score-unit';
export { parseRuleSet, ruleSetProblems, type RuleSetProblem } from './validate-rule-set';
export * from './nd335';
export * from './tables';
export * from './titles';
export * from './rule-book';
