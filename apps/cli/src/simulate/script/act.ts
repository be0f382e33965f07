import {
  endOfDay,
  instantOf,
  startOfDay,
  type Instant,
  type LocalDate,
  type PersonId,
} from '@thidua/kernel';
import type { taskCommands, TaskCommandType, TaskEventType } from '@thidua/task';
import type { z } from 'zod';
import type { SeededRandom } from '../chance/seeded-random';

/** What may be sent with a command; fields that have a default may be left out. */
type Sent<K extends TaskCommandType> = z.input<(typeof taskCommands)[K]['data']>;

/** One thing that somebody does about a task on a day, before it has an hour. */
export interface PlannedAct {
  /** Name of the act within its task; it becomes part of the idempotency key. */
  readonly step: string;
  readonly on: LocalDate;
  readonly actorId: PersonId;
  readonly command: TaskCommandType;
  readonly data: Readonly<Record<string, unknown>>;
  /** Codes with which a deliberately wrong act has to be refused; null for an act that has to be accepted. */
  readonly mustBeRefusedWith: readonly string[] | null;
  /** The field of the data that names an event of an earlier step, known only once that step is played. */
  readonly names: {
    readonly field: string;
    readonly step: string;
    readonly type: TaskEventType;
  } | null;
}

/** An act with everything the API is sent. */
export interface Act extends Omit<PlannedAct, 'on'> {
  readonly occurredAt: Instant;
  readonly idempotencyKey: string;
}

type Who = Pick<PlannedAct, 'step' | 'on' | 'actorId'>;

export const act = <K extends TaskCommandType>(
  who: Who,
  command: K,
  data: Sent<K>,
): PlannedAct => ({
  ...who,
  command,
  data,
  mustBeRefusedWith: null,
  names: null,
});

/** A deliberately wrong act. Once its task has moved on, an act may also be refused for the state alone. */
export const wrongAct = <K extends TaskCommandType>(
  who: Who,
  command: K,
  { data, codes }: { readonly data: Sent<K>; readonly codes: readonly string[] },
): PlannedAct => ({
  ...act(who, command, data),
  mustBeRefusedWith: [...codes, 'TRANSITION_NOT_ALLOWED', 'FACT_NOT_ALLOWED', 'OCCURRED_TOO_EARLY'],
});

const OPENS_AT_MINUTE = 7 * 60 + 30;
const CLOSES_AT_MINUTE = 17 * 60;

const atMinute = (day: LocalDate, minute: number): Instant =>
  instantOf(new Date(Date.parse(startOfDay(day)) + minute * 60_000));

/**
 * Puts the acts in the order of their days, those of one day in the order given, and each at its own minute of the
 * working day (UTC instants; the office keeps Vietnamese time). Acts later than `until` are not part of the play: what
 * comes first never rests on what comes later, so the rest stands by itself.
 */
export function inOrderOfTime(
  acts: readonly PlannedAct[],
  { random, until }: { readonly random: SeededRandom; readonly until: Instant },
): readonly Omit<Act, 'idempotencyKey'>[] {
  const sorted = acts.toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  );
  let [day, minute] = ['', 0];
  const timed = sorted.map(({ on, ...rest }) => {
    minute = on === day ? minute + random.between(2, 25) : OPENS_AT_MINUTE + random.between(0, 180);
    day = on;
    const occurredAt = atMinute(on, Math.min(minute, CLOSES_AT_MINUTE));
    return { ...rest, occurredAt };
  });
  return timed.filter(({ occurredAt }) => occurredAt <= until);
}

/** The last instant of the year, or now when the year is not over. */
export function endOfPlay(year: number, now: Instant): Instant {
  const end = endOfDay(`${year}-12-31` as LocalDate);
  return now < end ? now : end;
}
