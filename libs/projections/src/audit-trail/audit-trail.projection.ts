import {
  categoryOf,
  type Actor,
  type Instant,
  type Json,
  type RecordedEvent,
} from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';
import { namedIds } from './named-ids';

/** One event as the audit trail shows it. The key is the event id; `position` is its place in the log. */
export interface AuditTrailRow {
  readonly eventId: string;
  readonly stream: string;
  readonly category: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly taskId: string | null;
  readonly planId: string | null;
  /** Units the event names, and the unit the actor acted in. */
  readonly unitIds: readonly string[];
  /** People the event names, the actor, and the person the actor stood in for. */
  readonly personIds: readonly string[];
  readonly actorKind: Actor['kind'];
  readonly actorId: string;
  readonly actorUnitId: string | null;
  readonly actorRole: string | null;
  readonly onBehalfOf: string | null;
  readonly legalBasis: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly correlationId: string;
  readonly causationId: string;
  readonly data: Json;
}

const textField = (data: unknown, field: string): string | null => {
  if (data === null || typeof data !== 'object') return null;
  const value: unknown = Reflect.get(data, field);
  return typeof value === 'string' ? value : null;
};

const distinct = (ids: readonly (string | null)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

function rowOf(event: RecordedEvent): AuditTrailRow {
  const { actor, occurredAt, correlationId, causationId } = event.metadata;
  const named = namedIds(event.data);
  const stoodInFor = actor.onBehalfOf?.personId ?? null;
  return {
    eventId: event.id,
    stream: event.stream,
    category: categoryOf(event.stream),
    revision: event.revision,
    type: event.type,
    schemaVersion: event.schemaVersion,
    taskId: textField(event.data, 'taskId'),
    planId: textField(event.data, 'planId'),
    unitIds: distinct([...named.unitIds, actor.unitId]),
    personIds: distinct([
      ...named.personIds,
      actor.kind === 'person' ? actor.id : null,
      stoodInFor,
    ]),
    actorKind: actor.kind,
    actorId: actor.id,
    actorUnitId: actor.unitId,
    actorRole: actor.role,
    onBehalfOf: stoodInFor,
    legalBasis: actor.onBehalfOf?.legalBasis ?? null,
    occurredAt,
    recordedAt: event.recordedAt,
    correlationId,
    causationId,
    data: event.data as Json,
  };
}

/** Every event of the log, one row each, in a form that can be filtered. Nothing is ever changed or removed. */
export const auditTrail: Projection<AuditTrailRow> = {
  name: 'audit_trail',
  version: 1,
  types: 'all',
  poison: 'stop',
  appendOnly: true,
  table: {
    columns: {
      eventId: 'text',
      stream: 'text',
      category: 'text',
      revision: 'integer',
      type: 'text',
      schemaVersion: 'integer',
      taskId: 'text',
      planId: 'text',
      unitIds: 'text[]',
      personIds: 'text[]',
      actorKind: 'text',
      actorId: 'text',
      actorUnitId: 'text',
      actorRole: 'text',
      onBehalfOf: 'text',
      legalBasis: 'text',
      occurredAt: 'timestamptz',
      recordedAt: 'timestamptz',
      correlationId: 'text',
      causationId: 'text',
      data: 'jsonb',
    } satisfies Record<keyof AuditTrailRow, ColumnType>,
    indexes: [
      ['position'],
      ['taskId', 'position'],
      ['planId', 'position'],
      ['actorId', 'position'],
      ['type', 'position'],
      ['correlationId'],
      ['unitIds'],
      ['personIds'],
    ],
  },
  keysOf: ({ id }) => [id],
  evolve: (row, event) => row ?? rowOf(event),
};
