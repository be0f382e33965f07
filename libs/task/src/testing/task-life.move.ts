import type { ActorFacts, LocalDate, LocalMonth } from '@thidua/kernel';
import type { TaskCommand } from '../task.commands';
import type { TaskContext } from '../task.context';
import type { TaskEventType } from '../task.events';
import type { TaskRejection } from '../task.rejections';
import type { Act, TaskLife } from './task-life.model';

/** What the model foretells of a command that records nothing because it is so already. */
export const NOTHING_NEW = 'nothing new';

/** The one answer the model foretells where a command is not taken. */
export type Refusal = TaskRejection | typeof NOTHING_NEW;

/** One act of a course: the command, what the model foretells of it, and what it then does to the model. */
export interface Move {
  readonly command: TaskCommand;
  /** The code of the refusal, or that nothing new is recorded; null where the command is taken. */
  readonly refusal: Refusal | null;
  /** The types of all events it records when it is taken, in order. */
  readonly events: readonly TaskEventType[];
  /** What was looked up for it, beside what is looked up for every act. */
  readonly lookedUp?: Partial<TaskContext>;
  /** True when it may be said of a task that goes on in a later plan. */
  readonly evenCarriedOver?: boolean;
  /** True when it may be said for a day before the assignment. */
  readonly evenBefore?: boolean;
  readonly apply: () => void;
}

/** A move with what is foretold of it; a null refusal means that it is taken. */
export const foretold = (
  command: TaskCommand,
  refusal: Refusal | null,
  events: readonly TaskEventType[],
  apply: () => void,
): Move => ({ command, refusal, events, apply });

/** What is drawn for one act beside the move itself. */
export interface Drawn {
  readonly actor: ActorFacts;
  /** Days after the day of the act before, sometimes negative: things are typed in out of order. */
  readonly dayStep: number;
  readonly day: LocalDate;
  readonly month: LocalMonth;
  readonly productId: string;
  readonly flag: boolean;
  /** How the command strays from the plain one: 0 does not; what the other numbers mean is each move's own. */
  readonly twist: number;
}

/** As many twists as the move with the most has. */
export const TWISTS = 8;

export type MoveOf = (task: TaskLife, act: Act, draw: Drawn) => Move;
