import type { EvaluationEvent } from '@thidua/evaluation';
import { localDateOf, type Instant, type LocalDate } from '@thidua/kernel';
import type { OfficialEvent, UnitEvent } from '@thidua/organisation';
import type { PlanEvent } from '@thidua/plan';
import { factDay, type AuditEntry } from '@thidua/projections';
import type { TaskEvent } from '@thidua/task';

type AnyEvent = TaskEvent | PlanEvent | UnitEvent | OfficialEvent | EvaluationEvent;
export type ToldType = AnyEvent['type'];
export type DataOf<T extends ToldType> = Extract<AnyEvent, { readonly type: T }>['data'];

interface ToldOf<T extends ToldType> {
  readonly type: T;
  readonly eventId: string;
  readonly position: bigint;
  /** Calendar day (Asia/Ho_Chi_Minh) from which it is true. */
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  /** Who recorded it. */
  readonly actorId: string;
  /** The unit the actor acted in, and whom they stood in for. */
  readonly actorUnitId: string | null;
  readonly actorRole: string | null;
  readonly onBehalfOf: string | null;
  readonly data: DataOf<T>;
}

/** One event of the log, as a question reads it. */
export type Told<T extends ToldType = ToldType> = { readonly [K in T]: ToldOf<K> }[T];

/** An entry of the audit trail as a told event. The trail holds what the catalogue let into the log, in today's schema. */
export const toldOf = (entry: AuditEntry): Told =>
  ({
    type: entry.type,
    eventId: entry.eventId,
    position: BigInt(entry.position),
    on: factDay(entry.type, entry.data) ?? localDateOf(entry.occurredAt),
    recordedAt: entry.recordedAt,
    actorId: entry.actorId,
    actorUnitId: entry.actorUnitId,
    actorRole: entry.actorRole,
    onBehalfOf: entry.onBehalfOf,
    data: entry.data,
  }) as unknown as Told;

const isOf =
  <T extends ToldType>(types: readonly T[]) =>
  (event: Told): event is Told & Told<T> =>
    (types as readonly string[]).includes(event.type);

/** The events of these types, in log order. */
export const pick = <T extends ToldType>(
  told: readonly Told[],
  ...types: readonly T[]
): readonly Told<T>[] => told.filter(isOf(types));
