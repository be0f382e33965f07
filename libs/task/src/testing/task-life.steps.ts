import { aroundMoves } from './task-life.around-steps';
import { assigningMoves } from './task-life.assigning-steps';
import { flowMoves } from './task-life.flow-steps';
import { handedMoves } from './task-life.handed-steps';
import type { Drawn, MoveOf } from './task-life.move';
import { orderMoves } from './task-life.order-steps';
import { owedMoves } from './task-life.owed-steps';
import { seriesMoves } from './task-life.series-steps';
import { workMoves } from './task-life.work-steps';

/** What is drawn for one act. */
export interface Draw extends Drawn {
  readonly what: keyof typeof moves;
}

/** Every move of a course after its assignment. */
export const moves = {
  ...assigningMoves,
  ...flowMoves,
  ...workMoves,
  ...owedMoves,
  ...seriesMoves,
  ...aroundMoves,
  ...handedMoves,
  ...orderMoves,
} as const satisfies Record<string, MoveOf>;
