import type { ActorFacts, LocalDate, LocalMonth } from '@thidua/kernel';
import type { TaskCommand } from '../task.commands';
import type { Act, TaskLife } from './task-life.model';

/** What the model foretells of a command that records nothing because it is so already. */
export const NOTHING_NEW = 'nothing new';

/** One act of a course: the command, whether the model allows it, and what it then does to the model. */
export interface Move {
  readonly command: TaskCommand;
  readonly allowed: boolean;
  /** The code of the refusal, or that nothing new is recorded; absent where only yes or no is foretold. */
  readonly refusal?: string;
  /** True when it may be said of a task that goes on in a later plan. */
  readonly evenCarriedOver?: boolean;
  readonly apply: () => void;
}

/** A move whose refusal is foretold by its code; null allows it. */
export const foretold = (
  command: TaskCommand,
  refusal: string | null,
  apply: () => void,
): Move => ({
  command,
  allowed: refusal === null,
  ...(refusal === null ? {} : { refusal }),
  apply,
});

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
