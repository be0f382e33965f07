export * from './kpi/completion-rates';
export type { DaySpread, Figure, Rate } from './kpi/figures';
export type { DaysLate, DueDateBasis, OutcomeTable } from './kpi/outcome-table';
export * from './kpi/ranking';
export type {
  AcceptanceFigures,
  CoordinationFigures,
  ObstacleFigures,
  ReportingByKind,
  ReportingFigures,
} from './kpi/side-figures';
export * from './kpi/unit-kpi';
export type { AuthorityWait } from './outcome/authority-waits';
export type { CountOutcome } from './outcome/count';
export type { Delivery, DeliveryStatus, Return } from './outcome/deliveries';
export type { DueDate, LateOccurrence } from './outcome/due-dates';
export type { OutcomeView } from './outcome/facts-in-view';
export { unitsCarrying, type Lead } from './outcome/leads';
export type { LeftAs } from './outcome/life';
export * from './outcome/outcome';
export { taskWork, type PassedOn, type TaskWork } from './outcome/task-work';
export type { OwedReport, ReportStatus } from './outcome/reports';
export type {
  Coordination,
  CoordinationStatus,
  Extensions,
  Obstacle,
  Reminder,
} from './outcome/side-facts';
export type { OwedPeriod, PeriodStatus } from './outcome/series';
export { FACT_TYPES, factDay, type Fact, type FactType } from './task-facts';
export type { TaskOutcomeRow } from './task-outcome-row';
export * from './task-outcomes.projection';
export * from './task-outcomes.queries';
export type { CountsTable, CountsView, KpiCounts } from './tally/kpi-counts';
export * from './tally/tally.queries';
export { countsOfKpi } from './tally/counts-of-kpi';
