import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { SeededRandom } from '../chance/seeded-random';
import type { Temperament } from '../chance/temperament';
import type { PlayedTask } from '../log/played-task';
import type { Office } from '../office/office';

/** The people who play a task. All but the assignee hold their posts from the assignment to the end of the year. */
export interface Cast {
  /** The lead unit that answers for the result: the focal one where there is one. */
  readonly unitId: UnitId;
  /** Head of that unit, or whoever leads it in the head's place. */
  readonly headId: PersonId;
  /** Who has the task on the day; another person after a leaver has handed it over. */
  readonly doerOn: (day: LocalDate) => PersonId;
  /** Set when the doer leaves within the year. */
  readonly handOver: {
    readonly on: LocalDate;
    readonly from: PersonId;
    readonly to: PersonId;
  } | null;
  readonly clerkId: PersonId;
  readonly directorId: PersonId;
  readonly deputyDirectorId: PersonId;
  /** Judges results: never one of those who did the work, and above the Office where the Office leads. */
  readonly verifierId: PersonId;
}

/** What the acts of one task are written from. */
export interface Scene {
  readonly task: PlayedTask;
  readonly office: Office;
  readonly cast: Cast;
  readonly moodOf: (unitId: UnitId) => Temperament;
  /** Its own stream of chance for each part of the script, so that a change in one part leaves the others alone. */
  readonly chance: (part: string) => SeededRandom;
}
