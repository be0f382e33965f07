import type { TaskEventType, TaskFacts } from '@thidua/task';
import type { TaskBoardRow } from './task-board.row';

/** What one event changes on the board. Events not listed change nothing but the last-event columns and the state. */
export type BoardFolds = {
  readonly [Type in TaskEventType]?: (
    row: TaskBoardRow,
    data: TaskFacts<Type>,
  ) => Partial<TaskBoardRow>;
};
