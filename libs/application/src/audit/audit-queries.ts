import { SCORE_CATEGORIES } from '@thidua/evaluation';
import { endOfDay, localDateOf, startOfDay } from '@thidua/kernel';
import {
  auditTrail as trail,
  readAuditTrail,
  streamAuditTrail,
  type AuditEntry,
  type AuditTrailFilter,
} from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { readDay } from '../calls/read-day';
import { resolveUnit } from '../organisation/resolve-unit';
import { limitOf, type Asked } from '../reading/for-score-readers';
import { resolveTask } from '../tasks/resolve-task';

export interface AuditInput extends AfterInput, Asked {
  /** Task id, or its number where only one plan (or `plan`) has it. */
  readonly task?: string | undefined;
  readonly plan?: string | undefined;
  readonly unit?: string | undefined;
  readonly actor?: string | undefined;
  readonly type?: string | undefined;
  /** Happened on this calendar day or later (Asia/Ho_Chi_Minh). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface AuditAnswer extends AnswerHeader {
  readonly events: readonly AuditEntry[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
  readonly withheld: Withheld;
}

/**
 * Categories of streams that are left out of the answer, because they tell of the marks and scores of others than whoever
 * asks; of `marks` their own are given. None where all scores are open to them.
 */
export type Withheld = readonly string[];

export interface AuditStream {
  readonly entries: AsyncIterable<AuditEntry>;
  readonly withheld: Withheld;
}

const withheldBy = ({ closed }: AuditTrailFilter): Withheld => closed?.categories ?? [];

export async function auditTrail(parts: ApplicationParts, input: AuditInput): Promise<AuditAnswer> {
  const filter = await filterOf(parts, input);
  return answer(parts, trail, input.after, async (reader) => {
    const { items, next } = await readAuditTrail(reader, filter, {
      after: input.cursor ?? null,
      ...(input.limit === undefined ? {} : { limit: input.limit }),
    });
    return { events: items, next, withheld: withheldBy(filter) };
  });
}

/** All of it, one by one, up to the position the read model held when it was asked. */
export async function auditStream(
  parts: ApplicationParts,
  input: AuditInput,
): Promise<AuditStream> {
  const filter = await filterOf(parts, input);
  const { position } = await answer(parts, trail, input.after, () => Promise.resolve({}));
  const entries = streamAuditTrail(parts.database.pool, filter, { upTo: BigInt(position) });
  return { entries, withheld: withheldBy(filter) };
}

async function filterOf(parts: ApplicationParts, input: AuditInput): Promise<AuditTrailFilter> {
  const directory = await parts.directory.current();
  const today = localDateOf(parts.now());
  const hasTask = input.task !== undefined;
  const limit = await limitOf(parts, input.asker);
  const { all: categories, ofOnePerson: exceptCategory } = SCORE_CATEGORIES;
  return {
    closed: limit === null ? undefined : { categories, exceptCategory, personId: limit.personId },
    taskId: hasTask
      ? await resolveTask(parts, input.task, { planId: input.plan ?? null, after: input.after })
      : undefined,
    // With a task the plan only tells which plan its number belongs to.
    planId: hasTask ? undefined : input.plan,
    unitId: input.unit === undefined ? undefined : resolveUnit(directory, input.unit, today).unitId,
    actorId: input.actor,
    types: input.type === undefined ? undefined : [input.type],
    occurredFrom: input.from === undefined ? undefined : startOfDay(readDay('from', input.from)),
    occurredTo: input.to === undefined ? undefined : endOfDay(readDay('to', input.to)),
  };
}
