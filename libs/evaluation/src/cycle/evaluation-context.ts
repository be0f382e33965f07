import type { DecisionContext, LocalDate } from '@thidua/kernel';

/** Whoever the sheet scores, with those who may speak for them on the day of the command. */
export interface Subject {
  readonly unitId: string;
  /** Null: the subject is the unit itself. */
  readonly personId: string | null;
  /** The person, or the head and deputies of the unit. */
  readonly speakerIds: readonly string[];
  /** Class on the sheet; null where the rule set names none. */
  readonly band: string | null;
}

/** Days counted by the working-day calendar for an appeal received on the day of the command. */
export interface AppealDays {
  readonly dueOn: LocalDate;
  /** Last day on which an appeal is taken; null where no limit is laid down. */
  readonly closesOn: LocalDate | null;
  readonly calendarVersion: string;
  readonly derivation: readonly string[];
}

/** What was looked up for a decision on an evaluation. */
export interface EvaluationContext extends DecisionContext {
  readonly knownPersonIds: ReadonlySet<string>;
  /** By subject id; empty while nothing is computed, or where the command names no subject. */
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Null for every command but the receipt of an appeal. */
  readonly appealDays: AppealDays | null;
}
