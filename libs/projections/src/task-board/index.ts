export { taskBoard } from './task-board.projection';
export {
  findTasksByNumber,
  getTask,
  listTasks,
  listTasksByNumber,
  type BoardTask,
  type TaskBoardFilter,
} from './task-board.queries';
export type {
  BoardAssignment,
  BoardLead,
  BoardProduct,
  BoardReport,
  TaskBoardRow,
} from './task-board.row';
