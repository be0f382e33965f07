import type { LocalDate } from '@thidua/kernel';
import { targets as targetModel, targetsAsOf, type TargetAsOf } from '@thidua/projections';
import type { AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { viewOf, type YearInput } from './read-outcomes';

export interface TargetsAnswer extends AnswerHeader {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly targets: readonly TargetAsOf[];
}

/** Targets of the year's plans and how they stood on the day. */
export async function targets(parts: ApplicationParts, input: YearInput): Promise<TargetsAnswer> {
  const { year, asOf, knownAt } = viewOf(input, parts.now());
  const known = knownAt === undefined ? undefined : await parts.store.positionAt(knownAt);
  return answer(parts, targetModel, input.after, async (reader) => ({
    year,
    asOf,
    targets: await targetsAsOf(reader, { on: asOf, known }, { year }),
  }));
}
