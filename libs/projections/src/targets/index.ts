export { targetResult, type TargetOutcome, type TargetResult } from './target-outcome';
export { targets, type ReportedValue, type TargetRow } from './targets.projection';
export {
  targetsAsOf,
  type TargetAsOf,
  type TargetFilter,
  type TargetView,
} from './targets.queries';
