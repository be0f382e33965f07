import { localDateOf, parseInstant, yearOf, type Instant, type LocalDate } from '@thidua/kernel';
import { loadTaskOutcomes, outcomesOf, taskOutcomes, type TaskOutcome } from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { InvalidInput } from '../calls/call-errors';
import { readDay } from '../calls/read-day';

/** A question about a year of work. Every part has a default, so that the plain question is about today. */
export interface YearInput extends AfterInput {
  /** Year of the plans; the year of `asOf` when left out. */
  readonly year?: number | undefined;
  /** Calendar day in Asia/Ho_Chi_Minh; today when left out. */
  readonly asOf?: string | undefined;
  /** RFC 3339: what was known then; all that is recorded when left out. */
  readonly knownAt?: string | undefined;
}

export interface View {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt?: Instant;
  readonly knownAtPosition?: bigint;
}

export function viewOf(input: YearInput, now: Instant): View {
  const asOf = input.asOf === undefined ? localDateOf(now) : readDay('asOf', input.asOf);
  const view = { year: input.year ?? yearOf(asOf), asOf };
  if (input.knownAt === undefined) return view;
  const knownAt = parseInstant(input.knownAt);
  if (knownAt !== null) return { ...view, knownAt };
  throw new InvalidInput([
    { path: 'knownAt', message: 'phải là thời điểm RFC 3339 có múi giờ (RFC 3339 with an offset)' },
  ]);
}

export interface OutcomesOfYear extends AnswerHeader {
  readonly outcomes: readonly TaskOutcome[];
}

/** Outcomes of every task of the year's plans under the view, with the position at which they are true. */
export const readOutcomes = (
  parts: ApplicationParts,
  view: View,
  after: string | undefined,
): Promise<OutcomesOfYear> =>
  answer(parts, taskOutcomes, after, async (reader) => ({
    outcomes: outcomesOf(await loadTaskOutcomes(reader, { year: view.year }), view),
  }));
