import type { DocumentReference, Instant, LocalDate, RecordedEvent } from '@thidua/kernel';
import type { DraftTarget, PlanEvent } from '@thidua/plan';
import type { ColumnType, Projection } from '../runtime/projection';

/** A value that was reported for a target, with where it comes from. */
export interface ReportedValue {
  /** Exact decimal. */
  readonly value: string;
  /** Growth over the base year in per cent, an exact decimal; null when none was reported. */
  readonly growthPct: string | null;
  /** The day the value describes. */
  readonly asOf: LocalDate;
  readonly source: DocumentReference;
  readonly eventId: string;
  /** Decimal string. */
  readonly position: string;
  readonly recordedAt: Instant;
}

/** A target of a plan. The key is `<planId>/<name>`: within a plan a target is known by its name. */
export interface TargetRow {
  readonly planId: string;
  readonly name: string;
  /** The name of the target it is a part of. */
  readonly parent: string | null;
  readonly year: number;
  readonly comparator: DraftTarget['comparator'];
  readonly comparatorText: string;
  /** Exact decimal. */
  readonly value: string;
  readonly unit: string;
  readonly growthPct: string | null;
  readonly baseYear: number | null;
  /** The sentence of the plan. */
  readonly text: string;
  /** Place in the plan, from 0. */
  readonly ordinal: number;
  readonly reported: readonly ReportedValue[];
}

type DataOf<Type extends PlanEvent['type']> = Extract<PlanEvent, { type: Type }>['data'];

const keyOf = (planId: string, name: string): string => `${planId}/${name}`;

function imported({ planId, targets }: DataOf<'PlanImported'>, key: string): TargetRow | null {
  const ordinal = targets.findIndex(({ name }) => keyOf(planId, name) === key);
  const target = targets[ordinal];
  if (target === undefined) return null;
  return {
    planId,
    name: target.name,
    parent: target.parent,
    year: target.year,
    comparator: target.comparator,
    comparatorText: target.comparatorText,
    value: target.value,
    unit: target.unit,
    growthPct: target.growthPct,
    baseYear: target.baseYear,
    text: target.text,
    ordinal,
    reported: [],
  };
}

function withReport(
  row: TargetRow | null,
  data: DataOf<'TargetValueReported'>,
  event: RecordedEvent,
): TargetRow {
  if (row === null) throw new Error(`The plan has no target named ${data.name}`);
  const { value, growthPct, asOf, source } = data;
  const { id: eventId, recordedAt } = event;
  const position = event.position.toString();
  const report = { value, growthPct, asOf, source, eventId, position, recordedAt };
  return { ...row, reported: [...row.reported, report] };
}

/** Targets of every plan with all values ever reported for them. */
export const targets: Projection<TargetRow> = {
  name: 'targets',
  version: 1,
  types: ['PlanImported', 'TargetValueReported'],
  poison: 'park-key',
  table: {
    columns: {
      planId: 'text',
      name: 'text',
      parent: 'text',
      year: 'integer',
      comparator: 'text',
      comparatorText: 'text',
      value: 'text',
      unit: 'text',
      growthPct: 'text',
      baseYear: 'integer',
      text: 'text',
      ordinal: 'integer',
      reported: 'jsonb',
    } satisfies Record<keyof TargetRow, ColumnType>,
    indexes: [['planId', 'ordinal'], ['year']],
  },
  keysOf: ({ type, data }) => {
    if (type === 'TargetValueReported') {
      const { planId, name } = data as DataOf<'TargetValueReported'>;
      return [keyOf(planId, name)];
    }
    const plan = data as DataOf<'PlanImported'>;
    return [...new Set(plan.targets.map(({ name }) => keyOf(plan.planId, name)))];
  },
  evolve: (row, event, key) =>
    event.type === 'TargetValueReported'
      ? withReport(row, event.data as DataOf<'TargetValueReported'>, event)
      : (row ?? imported(event.data as DataOf<'PlanImported'>, key)),
};
