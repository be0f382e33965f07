export { deadlineHistory, type DeadlineChange } from './deadline/deadline-history';
export { deadlineInWords } from './deadline/deadline-in-words';
export { reportDueOn } from './decide/reporting';
export { coveringPeriod, owedSeries, type OwedSeries } from './rules/owed-series';
export { actingIds, rolesOf, type TaskParties } from './roles-of';
export {
  flowCommands,
  openTaskCommands,
  taskCommands,
  type Asked,
  type FactCommandType,
  type StepCommandType,
  type TaskCommand,
  type TaskCommandType,
} from './task.commands';
export type { FlowTarget, NamedPerson, NamedThings, TaskContext } from './task.context';
export { taskDecider } from './task.decider';
export type { SeriesFrequency } from './events/event-fields';
export * from './task.events';
export { taskRejections, type TaskRejection } from './task.rejections';
export type { Task, TaskState } from './task.state';
