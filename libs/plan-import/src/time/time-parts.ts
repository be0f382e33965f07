import type { Condition } from './conditions';
import type { Mention } from './mentions';
import type { Recurrence } from './recurrence';

/** What was found in a text before its meaning is decided. */
export interface TimeParts {
  readonly condition: Condition;
  /** Folded, with the condition blanked out; places in it are those of `mentions` and `recurrence`. */
  readonly folded: string;
  readonly recurrence: Recurrence | null;
  readonly mentions: readonly Mention[];
  /** True where the words speak of work that is kept up rather than ended. */
  readonly lasts: boolean;
}
