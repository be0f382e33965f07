import type { LocalDate } from '@thidua/kernel';
import type { PlanWarning } from './plan-warnings';

/**
 * How a task behaves over time. `one-off` ends once; `ongoing` is kept up and never becomes overdue; `recurring` comes
 * back at an interval; `periodic-after-milestone` has one dated milestone and a series of reports after it.
 */
export type TaskKind = 'one-off' | 'ongoing' | 'recurring' | 'periodic-after-milestone';

/** Lines of the original text, counted from 1. `lastLine` stands only where the field runs over several lines. */
export interface Origin {
  readonly line: number;
  readonly lastLine?: number;
}

export type DraftTaskField =
  'no' | 'section' | 'title' | 'lead' | 'coordinating' | 'product' | 'timeText' | 'kind' | 'due';

/** A task as the paper states it. Nothing in it binds anyone until a person has confirmed it. */
export interface DraftTask {
  /** Number inside the plan: `2.1`, `2.3.a`; a number that restarts in each section carries it: `II.1.a`. */
  readonly no: string;
  /** Title of the heading the task stands under, null where there is none. */
  readonly section: string | null;
  /** As written, typing errors included: an official text is never corrected silently. */
  readonly title: string;
  readonly lead: readonly string[];
  /** Names among `lead` that carry "(đầu mối)": they compile and report for the others. */
  readonly focal: readonly string[];
  readonly coordinating: readonly string[];
  readonly product: readonly string[];
  readonly timeText: string | null;
  readonly kind: TaskKind;
  /** Last calendar day on which the task is still in time. */
  readonly due: LocalDate | null;
  readonly notBefore: LocalDate | null;
  /** WEEKLY, MONTHLY, QUARTERLY, SEMIANNUAL, YEARLY, DATES, MIN_n_PER_YEAR or UNSPECIFIED. */
  readonly recurrence: string | null;
  /** The words the task waits for ("sau khi có hướng dẫn…", "nếu có"). */
  readonly conditional: string | null;
  /** Documents cited in the task or in its footnotes, as written. */
  readonly refs: readonly string[];
  readonly origin: Readonly<Partial<Record<DraftTaskField, Origin>>>;
}

/** A figure to reach. Numbers are decimal text so that no digit is lost: `126305`, `99.97`. */
export interface DraftTarget {
  readonly name: string;
  readonly comparator: '>=' | '>' | '<=' | '<' | '=';
  readonly value: string;
  readonly unit: string;
  /** Growth against `baseYear` in percent; negative for a fall. */
  readonly growthPct: string | null;
  readonly baseYear: number | null;
  readonly year: number | null;
  /** Name of the target this one is a part of ("trong đó"). */
  readonly parent: string | null;
  /** The words the comparator was read from. */
  readonly comparatorText: string;
  readonly text: string;
  readonly origin: Origin;
}

/** What the importer proposes: to be reviewed, completed and confirmed by a person. */
export interface PlanDraft {
  readonly title: string | null;
  /** The plan year, from the title or given by the caller; never from a clock. */
  readonly year: number | null;
  readonly tasks: readonly DraftTask[];
  readonly targets: readonly DraftTarget[];
  readonly warnings: readonly PlanWarning[];
}
