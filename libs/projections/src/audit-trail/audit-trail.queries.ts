import type { Instant, Position } from '@thidua/kernel';
import { Conditions } from '../query/conditions';
import { pageLimit, toPage, type Page, type PageRequest } from '../query/page';
import { readRows, type ReadRow } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { auditTrail, type AuditTrailRow } from './audit-trail.projection';

export type AuditEntry = ReadRow<AuditTrailRow>;

/** Everything left out is not filtered. Instants are UTC; both ends are included. */
export interface AuditTrailFilter {
  readonly taskId?: string | undefined;
  /** Events of the plan itself and of every task that was assigned by it. */
  readonly planId?: string | undefined;
  /** Events that name the unit, or that somebody recorded acting in it. */
  readonly unitId?: string | undefined;
  /** Events that name the person, that they recorded, or that a deputy recorded on their behalf. */
  readonly personId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly correlationId?: string | undefined;
  readonly occurredFrom?: Instant | undefined;
  readonly occurredTo?: Instant | undefined;
  readonly recordedFrom?: Instant | undefined;
  readonly recordedTo?: Instant | undefined;
  /** What is left out because it is not open to whoever asks. */
  readonly closed?: ClosedEntries | undefined;
}

/** Entries of these categories are left out, but for those of `exceptCategory` that name the person. */
export interface ClosedEntries {
  readonly categories: readonly string[];
  readonly exceptCategory: string;
  /** Null where nothing is open. */
  readonly personId: string | null;
}

const ofPlan =
  (table: string) =>
  (plan: string): string =>
    `t.plan_id = ${plan} or t.task_id in (
       select a.task_id from ${table} a where a.plan_id = ${plan} and a.type = 'TaskAssigned')`;

function conditionsOf(filter: AuditTrailFilter, table: string): Conditions {
  const { closed } = filter;
  const conditions = new Conditions()
    .add(filter.taskId, (p) => `t.task_id = ${p}`)
    .add(filter.planId, ofPlan(table))
    .add(filter.unitId, (p) => `t.unit_ids @> array[${p}::text]`)
    .add(filter.personId, (p) => `t.person_ids @> array[${p}::text]`)
    .add(filter.actorId, (p) => `t.actor_id = ${p}`)
    .add(filter.types, (p) => `t.type = any(${p}::text[])`)
    .add(filter.correlationId, (p) => `t.correlation_id = ${p}`)
    .add(filter.occurredFrom, (p) => `t.occurred_at >= ${p}::timestamptz`)
    .add(filter.occurredTo, (p) => `t.occurred_at <= ${p}::timestamptz`)
    .add(filter.recordedFrom, (p) => `t.recorded_at >= ${p}::timestamptz`)
    .add(filter.recordedTo, (p) => `t.recorded_at <= ${p}::timestamptz`);
  return conditions.add(closed?.categories, (p) => {
    if (closed?.personId == null) return `t.category <> all(${p}::text[])`;
    const [category, person] = [closed.exceptCategory, closed.personId].map((value) =>
      conditions.bind(value),
    );
    return `t.category <> all(${p}::text[])
      or (t.category = ${category} and t.person_ids @> array[${person}::text])`;
  });
}

/** `1` or more, as positions are written. @throws RangeError for any other cursor. */
function positionOf(cursor: string): string {
  if (!/^\d{1,19}$/.test(cursor))
    throw new RangeError(`Not a cursor of the audit trail: ${cursor}`);
  return cursor;
}

/**
 * Events in the order of the log. The cursor is a position and rows never move, so pages neither lose nor repeat one
 * while the log grows.
 * @throws RangeError for a bad limit or cursor.
 */
export async function readAuditTrail(
  reader: Reader,
  filter: AuditTrailFilter = {},
  page: PageRequest = {},
): Promise<Page<AuditEntry>> {
  const limit = pageLimit(page);
  const after = page.after ?? null;
  const from = after === null ? null : positionOf(after);
  const conditions = (table: string) =>
    conditionsOf(filter, table).add(from, (p) => `t.position > ${p}::bigint`);
  const found = await readRows(reader, auditTrail, conditions, {
    by: 't.position',
    limit: limit + 1,
  });
  return toPage(found, limit, ({ position }) => position);
}

/** Which events a question is answered from. */
export interface EntriesWanted {
  readonly types: readonly string[];
  /** Only events of these tasks; events of the types wherever they stand when left out. */
  readonly taskIds?: readonly string[] | undefined;
  /** Up to this log position. */
  readonly upTo: Position;
}

/** All events wanted, in the order of the log. Bounded by the tasks, or by the types where no tasks are named. */
export function readEntries(
  reader: Reader,
  { types, taskIds, upTo }: EntriesWanted,
): Promise<readonly AuditEntry[]> {
  const conditions = new Conditions()
    .add(types, (p) => `t.type = any(${p}::text[])`)
    .add(taskIds, (p) => `t.task_id = any(${p}::text[])`)
    .add(upTo.toString(), (p) => `t.position <= ${p}::bigint`);
  return readRows(reader, auditTrail, conditions, { by: 't.position' });
}

/**
 * The same entries one by one, for exports of any size; memory holds one page. With `upTo` the export ends at that
 * position however fast the log grows meanwhile.
 */
export async function* streamAuditTrail(
  reader: Reader,
  filter: AuditTrailFilter = {},
  { upTo }: { readonly upTo?: Position } = {},
): AsyncGenerator<AuditEntry, void, undefined> {
  let after: string | null = null;
  do {
    const page: Page<AuditEntry> = await readAuditTrail(reader, filter, { after, limit: 1000 });
    for (const entry of page.items) {
      if (upTo !== undefined && BigInt(entry.position) > upTo) return;
      yield entry;
    }
    after = page.next;
  } while (after !== null);
}
