import { inTransaction } from '@thidua/database';
import { localDateOf, parseInstant, yearOf, type Instant, type LocalDate } from '@thidua/kernel';
import { loadTaskOutcomes, outcomesOf, taskOutcomes, type TaskOutcome } from '@thidua/projections';
import {
  caughtUpWith,
  type AfterInput,
  type AnswerHeader,
  type ApplicationParts,
} from '../application-parts';
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
export async function readOutcomes(
  parts: ApplicationParts,
  view: View,
  after: string | undefined,
): Promise<OutcomesOfYear> {
  const caughtUp = await caughtUpWith(parts, after, [taskOutcomes.name]);
  return inTransaction(parts.database.pool, async (client) => {
    // One snapshot for the rows and their checkpoint, or the position would be that of another moment.
    await client.query('set transaction isolation level repeatable read, read only');
    const { rows } = await client.query<{ position: string }>(
      'select position::text as position from read.projections where name = $1 and version = $2',
      [taskOutcomes.name, taskOutcomes.version],
    );
    const loaded = await loadTaskOutcomes(client, { year: view.year });
    return { position: rows[0]?.position ?? '0', caughtUp, outcomes: outcomesOf(loaded, view) };
  });
}
