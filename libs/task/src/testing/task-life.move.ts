import type { ActorFacts, LocalDate, LocalMonth } from '@thidua/kernel';
import type { TaskCommand } from '../task.commands';
import type { Act, TaskLife } from './task-life.model';

/** One act of a course: the command, whether the model allows it, and what it then does to the model. */
export interface Move {
  readonly command: TaskCommand;
  readonly allowed: boolean;
  readonly apply: () => void;
}

/** What is drawn at random for one act beside the move itself. */
export interface Drawn {
  readonly actor: ActorFacts;
  /** Days after the day of the act before, sometimes negative: things are typed in out of order. */
  readonly dayStep: number;
  readonly day: LocalDate;
  readonly month: LocalMonth;
  readonly productId: string;
  readonly flag: boolean;
}

export type MoveOf = (task: TaskLife, act: Act, draw: Drawn) => Move;
