export { decodePlanFile, PLAN_FILE_BYTES_MAX } from './decode-plan-file';
export { decimalToJsonNumber } from './fields/decimals';
export { parsePlan } from './parse-plan';
export type {
  DraftTarget,
  DraftTask,
  DraftTaskField,
  Origin,
  PlanDraft,
  TaskKind,
} from './plan-draft';
export { planImportRejections, type PlanImportRejection } from './plan-import.rejections';
export type { PlanWarning, PlanWarningCode } from './plan-warnings';
export { parseTimeExpression } from './time/parse-time-expression';
export type {
  DateWindow,
  OffsetRule,
  TimeContext,
  TimeExpression,
  TimeMilestone,
  TimeNote,
  TimeRole,
} from './time/time-expression';
