export { reportDueOn } from './decide/reporting';
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
export type { TaskContext } from './task.context';
export { taskDecider } from './task.decider';
export * from './task.events';
export { taskRejections, type TaskRejection } from './task.rejections';
export type { Task, TaskState } from './task.state';
